package io.driftline.job.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentKind;
import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftKind;
import io.driftline.drift.DriftSettings;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.RegistryChange.Subject;
import io.driftline.registry.Right;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class GrantStageTest {

  private static final long DAY = 86_400_000L;
  private static final long START = Instant.parse("2026-01-05T09:00:00Z").toEpochMilli();
  private static final StageSettings STAGE = new StageSettings(Ordering.ARRIVAL, 90 * DAY, 10);
  private static final int ALL = 12;
  private static final int KEY_GROUPS = 8;

  @Test
  void growthOfAnAgentThatDoesNothingIsRaisedWithItsIdentity() throws Exception {
    try (var stage = open(null)) {
      DriftEvent event = run(stage, 0, ALL).get(0);
      assertThat(event.signal().kind()).isEqualTo(DriftKind.GROWTH);
      assertThat(event.signal().dimension()).isEqualTo(DriftDimension.GRANTED_PERMISSION);
      assertThat(event.agent().id()).isEqualTo("agent");
      assertThat(event.agent().owner()).isEqualTo("ann");
      assertThat(event.cohort()).isEqualTo("personal/sales");
    }
  }

  @Test
  void nothingIsSaidBeforeTheWatermarkHasComeSoFar() throws Exception {
    try (var stage = open(null)) {
      for (int week = 0; week < ALL; week++) {
        tell(stage, change(week));
      }
      stage.processWatermark(new Watermark(time(7) - 1));
      assertThat(stage.extractOutputValues()).hasSize(0);
      stage.processWatermark(new Watermark(time(7)));
      assertThat(stage.extractOutputValues()).hasSize(1);
    }
  }

  @Test
  void aRestoreAfterAnyChangeMakesNoDifference() throws Exception {
    List<DriftEvent> undisturbed = undisturbed();
    for (int week = 1; week < ALL; week++) {
      List<DriftEvent> found = new ArrayList<>();
      OperatorSubtaskState snapshot;
      try (var stage = open(null)) {
        found.addAll(run(stage, 0, week));
        snapshot = snapshot(stage);
      }
      try (var stage = open(snapshot)) {
        found.addAll(run(stage, week, ALL));
      }
      assertThat(found).as("restored before week %d", week).isEqualTo(undisturbed);
    }
  }

  @Test
  void whatWaitsSurvivesARestoreWithTwiceTheSubtasks() throws Exception {
    OperatorSubtaskState snapshot;
    try (var stage = open(null)) {
      for (int week = 0; week < ALL; week++) {
        tell(stage, change(week));
      }
      snapshot = snapshot(stage);
    }
    List<DriftEvent> found = new ArrayList<>();
    for (int subtask = 0; subtask < 2; subtask++) {
      try (var stage = harness(2, subtask)) {
        stage.initializeState(
            AbstractStreamOperatorTestHarness.repartitionOperatorState(
                snapshot, KEY_GROUPS, 1, 2, subtask));
        stage.open();
        stage.processWatermark(Watermark.MAX_WATERMARK);
        found.addAll(stage.extractOutputValues());
      }
    }
    assertThat(found).isEqualTo(undisturbed());
  }

  @Test
  void theOrderInWhichChangesComeMakesNoDifference() throws Exception {
    List<DriftEvent> undisturbed = undisturbed();
    List<Integer> weeks = new ArrayList<>(IntStream.range(0, ALL).boxed().toList());
    Collections.shuffle(weeks, new Random(4));
    try (var stage = open(null)) {
      for (int week : weeks) {
        tell(stage, change(week));
      }
      stage.processWatermark(Watermark.MAX_WATERMARK);
      assertThat(stage.extractOutputValues()).isEqualTo(undisturbed);
    }
  }

  @Test
  void whatIsAcceptedIsNotRaisedAgainAndWhatGoesOnIsRaisedSooner() throws Exception {
    assertThat(undisturbed()).hasSize(1);
    try (var stage = open(null)) {
      run(stage, 0, 8);
      assertThat(stage.extractOutputValues()).hasSize(1);
      accept(stage, DriftDimension.SYSTEM);
      accept(stage, DriftDimension.GRANTED_PERMISSION);
      run(stage, 8, ALL - 1);
      assertThat(stage.extractOutputValues()).hasSize(1);
      run(stage, ALL - 1, ALL);
      assertThat(stage.extractOutputValues()).hasSize(2);
    }
  }

  @Test
  void anAgentIsKnownUntilTheRegistryTakesItOut() throws Exception {
    try (var stage = open(null)) {
      run(stage, 0, 1);
      stage.prepareSnapshotPreBarrier(1);
      stage.processWatermark(new Watermark(START + 500 * DAY));
      assertThat(stage.numKeyedStateEntries()).isEqualTo(1);
      tell(stage, RegistryChange.removal(Subject.AGENT, "agent", START + 501 * DAY));
      stage.processWatermark(new Watermark(START + 900 * DAY));
      assertThat(stage.numKeyedStateEntries()).isZero();
      assertThat(stage.numEventTimeTimers()).isZero();
    }
  }

  private static List<DriftEvent> undisturbed() throws Exception {
    try (var stage = open(null)) {
      return run(stage, 0, ALL);
    }
  }

  /** Tells some weeks, with the watermark in step; gives what is new. */
  private static List<DriftEvent> run(
      KeyedOneInputStreamOperatorTestHarness<String, GrantNews, DriftEvent> stage, int from, int to)
      throws Exception {
    int before = stage.extractOutputValues().size();
    for (int week = from; week < to; week++) {
      tell(stage, change(week));
      stage.processWatermark(new Watermark(time(week)));
    }
    List<DriftEvent> all = stage.extractOutputValues();
    return new ArrayList<>(all.subList(before, all.size()));
  }

  private static void tell(
      KeyedOneInputStreamOperatorTestHarness<String, GrantNews, DriftEvent> stage,
      RegistryChange change)
      throws Exception {
    stage.processElement(GrantNews.of(change), change.time());
  }

  private static void accept(
      KeyedOneInputStreamOperatorTestHarness<String, GrantNews, DriftEvent> stage,
      DriftDimension dimension)
      throws Exception {
    DriftAcceptance acceptance = new DriftAcceptance("agent", DriftKind.GROWTH, dimension, START);
    if (GrantStage.isConcerned(acceptance)) {
      stage.processElement(GrantNews.of(acceptance), START);
    }
  }

  /** The same for four weeks, then one grant more with each. */
  private static RegistryChange change(int week) {
    List<Grant> grants =
        IntStream.range(0, 8 + Math.max(0, week - 3))
            .mapToObj(
                i -> new Grant(new Right("crm", "crm:" + i), Instant.ofEpochMilli(0), null, null))
            .toList();
    AgentRecord record =
        new AgentRecord(
            "agent", AgentKind.PERSONAL, "ann", null, "sales", null, null, null, grants, null);
    return RegistryChange.agent(record, time(week));
  }

  private static long time(int week) {
    return START + 7 * week * DAY;
  }

  private static OperatorSubtaskState snapshot(
      KeyedOneInputStreamOperatorTestHarness<String, GrantNews, DriftEvent> stage)
      throws Exception {
    stage.prepareSnapshotPreBarrier(1);
    return stage.snapshot(1, 1);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, GrantNews, DriftEvent> open(
      OperatorSubtaskState snapshot) throws Exception {
    var harness = harness(1, 0);
    if (snapshot != null) {
      harness.initializeState(snapshot);
    }
    harness.open();
    return harness;
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, GrantNews, DriftEvent> harness(
      int parallelism, int subtask) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new GrantStage(STAGE, DriftSettings.defaults()),
        GrantNews::agentId,
        Types.STRING,
        KEY_GROUPS,
        parallelism,
        subtask);
  }
}
