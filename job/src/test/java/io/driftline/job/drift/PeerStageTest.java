package io.driftline.job.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentKind;
import io.driftline.drift.CalendarDay;
import io.driftline.drift.DayMix;
import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftKind;
import io.driftline.drift.DriftSettings;
import io.driftline.drift.ValueHours;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class PeerStageTest {

  private static final long START = LocalDate.of(2026, 1, 5).toEpochDay();
  private static final int DAYS = 70;
  private static final int CHANGE = 50;
  private static final int AGENTS = 8;
  private static final String COHORT = "personal/sales";
  private static final StageSettings STAGE =
      new StageSettings(Ordering.ARRIVAL, 365 * 86_400_000L, 10);

  @Test
  void raisesTheOneAgentThatComesToDiffer() throws Exception {
    List<DriftEvent> found = run(null, 0, DAYS, new Random(1));
    assertThat(found)
        .isNotEmpty()
        .allMatch(event -> event.agent().id().equals("agent-0"))
        .allMatch(event -> event.signal().kind() == DriftKind.PEER_DIVERGENCE)
        .allMatch(event -> event.cohort().equals(COHORT));
  }

  @Test
  void whoTellsFirstMakesNoDifference() throws Exception {
    List<DriftEvent> found = run(null, 0, DAYS, new Random(1));
    assertThat(run(null, 0, DAYS, new Random(2))).isEqualTo(found);
  }

  @Test
  void aRestoreChangesNothing() throws Exception {
    OperatorSubtaskState[] snapshot = new OperatorSubtaskState[1];
    List<DriftEvent> found = new ArrayList<>(run(snapshot, 0, CHANGE + 2, new Random(1)));
    found.addAll(run(snapshot, CHANGE + 2, DAYS, new Random(1)));
    assertThat(found).isEqualTo(run(null, 0, DAYS, new Random(1)));
  }

  @Test
  void theLastOpenDayIsJudgedEvenIfAllTimeIsOverAtOnce() throws Exception {
    List<DriftEvent> found = run(null, 0, DAYS, new Random(1));
    long end = found.get(0).signal().found();
    int last = (int) (CalendarDay.of(end) - 1 - START);
    try (var stage = open(null)) {
      for (int day = 0; day < last; day++) {
        tell(stage, day, new Random(1));
      }
      tell(stage, last, new Random(1), false);
      stage.processWatermark(Watermark.MAX_WATERMARK);
      assertThat(stage.extractOutputValues())
          .isEqualTo(found.stream().filter(event -> event.signal().found() == end).toList());
    }
  }

  @Test
  void aCohortThatFallsSilentIsForgotten() throws Exception {
    try (var stage = open(null)) {
      tell(stage, 0, new Random(1));
      stage.prepareSnapshotPreBarrier(1);
      assertThat(stage.numKeyedStateEntries()).isEqualTo(1);
      stage.processWatermark(new Watermark(CalendarDay.start(START + 800)));
      assertThat(stage.numKeyedStateEntries()).isZero();
      assertThat(stage.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void aDifferenceThatWasAcceptedIsNoNewsTheDayAfter() throws Exception {
    try (var stage = open(null)) {
      int day = 0;
      while (stage.extractOutputValues().isEmpty()) {
        tell(stage, day++, new Random(1));
      }
      int found = stage.extractOutputValues().size();
      DriftAcceptance acceptance =
          new DriftAcceptance("agent-0", DriftKind.PEER_DIVERGENCE, DriftDimension.SYSTEM, 0);
      stage.processElement(PeerNews.accepted(COHORT, acceptance), 0);
      tell(stage, day, new Random(1));
      assertThat(stage.extractOutputValues()).hasSize(found);
    }
  }

  /** Runs some days; restores from {@code snapshot} and leaves one there, if there is room. */
  private static List<DriftEvent> run(
      OperatorSubtaskState[] snapshot, int from, int to, Random order) throws Exception {
    try (var stage = open(snapshot == null ? null : snapshot[0])) {
      for (int day = from; day < to; day++) {
        tell(stage, day, order);
      }
      if (snapshot != null) {
        stage.prepareSnapshotPreBarrier(1);
        snapshot[0] = stage.snapshot(1, 1);
      }
      return stage.extractOutputValues();
    }
  }

  private static void tell(
      KeyedOneInputStreamOperatorTestHarness<String, PeerNews, DriftEvent> stage,
      int day,
      Random order)
      throws Exception {
    tell(stage, day, order, true);
  }

  private static void tell(
      KeyedOneInputStreamOperatorTestHarness<String, PeerNews, DriftEvent> stage,
      int day,
      Random order,
      boolean closes)
      throws Exception {
    List<Integer> agents = new ArrayList<>();
    for (int agent = 0; agent < AGENTS; agent++) {
      agents.add(agent);
    }
    Collections.shuffle(agents, order);
    long end = CalendarDay.start(START + day + 1);
    for (int agent : agents) {
      stage.processElement(PeerNews.of(COHORT, mix(agent, day)), end - 1);
    }
    if (closes) {
      stage.processWatermark(new Watermark(end - 1));
    }
  }

  /** All use two systems about alike; one of them turns to a third. */
  private static DayMix mix(int agent, int day) {
    Random random = new Random(31L * agent + day);
    boolean changed = agent == 0 && day >= CHANGE;
    ValueHours hours =
        new ValueHours(
            new long[] {1, 2, 3},
            new String[] {"crm", "mail", "vault"},
            new int[] {
              (changed ? 4 : 20) + random.nextInt(4),
              (changed ? 4 : 15) + random.nextInt(4),
              (changed ? 28 : 1) + random.nextInt(2)
            });
    Agent who = new Agent("agent-" + agent, AgentKind.PERSONAL, null, null, null);
    return new DayMix(who, START + day, hours, hours, hours);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, PeerNews, DriftEvent> open(
      OperatorSubtaskState snapshot) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new PeerStage(STAGE, DriftSettings.defaults()), PeerNews::cohort, Types.STRING);
    if (snapshot != null) {
      harness.initializeState(snapshot);
    }
    harness.open();
    return harness;
  }
}
