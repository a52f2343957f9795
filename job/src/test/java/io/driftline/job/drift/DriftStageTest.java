package io.driftline.job.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Outcome;
import io.driftline.baseline.SessionContext;
import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftKind;
import io.driftline.drift.DriftSettings;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class DriftStageTest {

  private static final long HOUR = 3_600_000L;
  private static final long DAY = 24 * HOUR;
  private static final long START = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
  private static final DriftAcceptance ACCEPTANCE =
      new DriftAcceptance("agent", DriftKind.GROWTH, DriftDimension.SYSTEM, START);
  private static final StageSettings STAGE = new StageSettings(Ordering.ARRIVAL, 365 * DAY, 10);

  @Test
  void raisesADriftWhenTheWatermarkHasPassedTheEndOfTheDay() throws Exception {
    List<IdentifiedAction> work = drifting();
    try (var stage = open(null)) {
      List<DriftEvent> found = run(stage, work, 0, 90);
      assertThat(found)
          .extracting(event -> event.signal().kind() + "/" + event.signal().dimension())
          .contains("GROWTH/SYSTEM", "GROWTH/PERMISSION")
          .doesNotHaveDuplicates();
      assertThat(found).allMatch(event -> event.cohort().equals("personal/sales"));
    }
  }

  @Test
  void aRestoreOnAnyDayChangesNothing() throws Exception {
    List<IdentifiedAction> work = drifting();
    List<DriftEvent> undisturbed;
    try (var stage = open(null)) {
      undisturbed = run(stage, work, 0, 90);
    }
    for (int day : new int[] {10, 63, 66, 70}) {
      List<DriftEvent> found = new ArrayList<>();
      OperatorSubtaskState snapshot;
      try (var stage = open(null)) {
        found.addAll(run(stage, work, 0, day));
        stage.prepareSnapshotPreBarrier(1);
        snapshot = stage.snapshot(1, 1);
      }
      try (var stage = open(snapshot)) {
        found.addAll(run(stage, work, day, 90));
      }
      assertThat(found).as("restored on day %d", day).isEqualTo(undisturbed);
    }
  }

  @Test
  void theOrderWithinTheLatenessMakesNoDifference() throws Exception {
    List<IdentifiedAction> work = drifting();
    List<DriftEvent> inOrder;
    try (var stage = open(null)) {
      inOrder = run(stage, work, 0, 90);
    }
    Random random = new Random(3);
    List<IdentifiedAction> shuffled = new ArrayList<>(work);
    Map<IdentifiedAction, Long> lag = new HashMap<>();
    work.forEach(in -> lag.put(in, time(in) + random.nextInt((int) HOUR)));
    shuffled.sort(Comparator.comparing(lag::get));
    try (var stage = open(null)) {
      assertThat(run(stage, shuffled, 0, 90)).isEqualTo(inOrder);
    }
  }

  @Test
  void whatComesAfterItsDayWasJudgedJudgesNoDayTwice() throws Exception {
    List<IdentifiedAction> work = drifting();
    try (var stage = open(null)) {
      List<DriftEvent> found = run(stage, work, 0, 80);
      stage.processElement(action("late", START + 79 * DAY, "crm"), START + 79 * DAY);
      stage.processWatermark(new Watermark(START + 80 * DAY + HOUR));
      assertThat(stage.extractOutputValues()).hasSameSizeAs(found);
    }
  }

  @Test
  void aWatermarkThatLagsForWeeksMakesNoDifference() throws Exception {
    List<IdentifiedAction> work = drifting();
    List<DriftEvent> inStep;
    try (var stage = open(null)) {
      inStep = run(stage, work, 0, 90);
    }
    try (var stage = open(null)) {
      for (IdentifiedAction in : work) {
        stage.processElement(in, time(in));
      }
      stage.processWatermark(new Watermark(START + 90 * DAY - 1));
      assertThat(stage.extractOutputValues()).isEqualTo(inStep);
    }
  }

  @Test
  void theEndOfBoundedInputIsNoSilence() throws Exception {
    List<IdentifiedAction> work = drifting();
    try (var stage = open(null)) {
      run(stage, work, 0, 90);
      int before = stage.extractOutputValues().size();
      stage.processWatermark(Watermark.MAX_WATERMARK);
      assertThat(stage.extractOutputValues()).hasSize(before);
    }
  }

  @Test
  void theLastDayOfBoundedInputIsJudgedToo() throws Exception {
    List<IdentifiedAction> work = drifting();
    List<DriftEvent> all;
    try (var stage = open(null)) {
      all = run(stage, work, 0, 90);
    }
    long end = all.get(0).signal().found();
    List<DriftEvent> untilThen =
        all.stream().filter(event -> event.signal().found() == end).toList();
    try (var stage = open(null)) {
      for (IdentifiedAction in : work) {
        if (time(in) < end) {
          stage.processElement(in, time(in));
        }
      }
      stage.processWatermark(Watermark.MAX_WATERMARK);
      assertThat(stage.extractOutputValues()).isEqualTo(untilThen);
    }
  }

  @Test
  void anAgentThatFallsSilentIsJudgedOnAndThenForgotten() throws Exception {
    List<IdentifiedAction> work = drifting();
    try (var stage = open(null)) {
      run(stage, work, 0, 90);
      for (long day = 90; day < 140; day++) {
        stage.processWatermark(new Watermark(START + (day + 1) * DAY));
      }
      assertThat(stage.extractOutputValues())
          .anyMatch(event -> event.signal().dimension() == DriftDimension.VOLUME);
      assertThat(stage.numEventTimeTimers()).isEqualTo(1);
      stage.processWatermark(new Watermark(START + 500 * DAY));
      assertThat(stage.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void whatGoesOnAfterADriftWasAcceptedIsRaisedAgain() throws Exception {
    assertThat(growths(false)).isEqualTo(1);
    assertThat(growths(true)).isEqualTo(2);
  }

  /** How often growth is raised when, after the first time, two more systems come into use. */
  private static long growths(boolean accepted) throws Exception {
    try (var stage = accepting()) {
      boolean told = false;
      for (IdentifiedAction in : growing()) {
        stage.processElement1(in, time(in));
        stage.processBothWatermarks(new Watermark(time(in) - HOUR));
        if (accepted && !told && growths(stage.extractOutputValues()) == 1) {
          told = true;
          stage.processElement2(ACCEPTANCE, START);
        }
      }
      return growths(stage.extractOutputValues());
    }
  }

  private static long growths(List<DriftEvent> events) {
    return events.stream()
        .filter(event -> event.signal().kind() == DriftKind.GROWTH)
        .filter(event -> event.signal().dimension() == DriftDimension.SYSTEM)
        .count();
  }

  private static KeyedTwoInputStreamOperatorTestHarness<
          String, IdentifiedAction, DriftAcceptance, DriftEvent>
      accepting() throws Exception {
    var harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new DriftStage.Accepting(STAGE, settings()),
            (IdentifiedAction in) -> in.action().agentId(),
            DriftAcceptance::agentId,
            Types.STRING);
    harness.open();
    return harness;
  }

  private static DriftSettings settings() {
    return DriftSettings.defaults();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, IdentifiedAction, DriftEvent> open(
      OperatorSubtaskState snapshot) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new DriftStage.Alone(STAGE, settings()),
            (IdentifiedAction in) -> in.action().agentId(),
            Types.STRING);
    if (snapshot != null) {
      harness.initializeState(snapshot);
    }
    harness.open();
    return harness;
  }

  /** Hands over the actions of some days, with a watermark an hour behind; gives what is new. */
  private static List<DriftEvent> run(
      KeyedOneInputStreamOperatorTestHarness<String, IdentifiedAction, DriftEvent> stage,
      List<IdentifiedAction> work,
      int from,
      int to)
      throws Exception {
    int before = stage.extractOutputValues().size();
    for (IdentifiedAction in : work) {
      if (time(in) >= START + from * DAY && time(in) < START + to * DAY) {
        stage.processElement(in, time(in));
        stage.processWatermark(new Watermark(time(in) - HOUR));
      }
    }
    stage.processWatermark(new Watermark(START + to * DAY - 1));
    List<DriftEvent> all = stage.extractOutputValues();
    return new ArrayList<>(all.subList(before, all.size()));
  }

  /** Sixty days on two systems, then two more come into use, a week apart. */
  private static List<IdentifiedAction> drifting() {
    return work(90, Map.of(60, "billing", 67, "vault"));
  }

  /** The same, and soon two more. */
  private static List<IdentifiedAction> growing() {
    return work(86, Map.of(60, "billing", 64, "vault", 72, "erp", 75, "chat"));
  }

  /**
   * @param newSystems by the day on which they come into use
   */
  private static List<IdentifiedAction> work(int days, Map<Integer, String> newSystems) {
    Random random = new Random(5);
    List<IdentifiedAction> work = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      List<String> systems = new ArrayList<>(List.of("crm", "mail", "crm", "mail", "crm", "mail"));
      for (Map.Entry<Integer, String> each : new TreeMap<>(newSystems).entrySet()) {
        if (each.getKey() <= day) {
          systems.add(each.getValue());
        }
      }
      for (int i = 0; i < 30; i++) {
        long time = START + day * DAY + 8 * HOUR + random.nextInt((int) (9 * HOUR));
        String system = systems.get(random.nextInt(systems.size()));
        work.add(action("e" + day + "-" + i, time, system));
      }
    }
    work.sort(Comparator.comparingLong(DriftStageTest::time));
    return work;
  }

  private static long time(IdentifiedAction in) {
    return in.action().timeMillis();
  }

  private static IdentifiedAction action(String id, long time, String system) {
    AgentAction action =
        new AgentAction(
            id,
            Instant.ofEpochMilli(time),
            new Agent("agent", AgentKind.PERSONAL, null, null, null),
            null,
            null,
            null,
            null,
            system,
            "read",
            system + ":read",
            "/" + system + "/home",
            Outcome.SUCCESS,
            null,
            null,
            null);
    return IdentifiedAction.unregistered(
        action, SessionContext.first("s"), "personal/sales", false);
  }
}
