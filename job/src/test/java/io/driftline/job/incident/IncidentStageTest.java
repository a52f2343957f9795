package io.driftline.job.incident;

import static io.driftline.incident.IncidentChange.CLOSED;
import static io.driftline.incident.IncidentChange.OPENED;
import static io.driftline.incident.IncidentChange.UPDATED;
import static io.driftline.job.incident.Raised.DAY;
import static io.driftline.job.incident.Raised.HOUR;
import static io.driftline.job.incident.Raised.anomaly;
import static io.driftline.job.incident.Raised.at;
import static io.driftline.job.incident.Raised.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.incident.HiddenCause;
import io.driftline.incident.HiddenSignal;
import io.driftline.incident.Incident;
import io.driftline.incident.IncidentSettings;
import io.driftline.incident.Signal;
import io.driftline.incident.Suppression;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import io.driftline.posture.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class IncidentStageTest {

  private static final long LAG = 30 * Raised.MINUTE;

  @Test
  void aTakeoverIsOpenedOnceAndClosedByATimer() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      run(stage, takeover());
      stage.processWatermark(new Watermark(at(19.9) + 4 * HOUR - 1));
      List<Incident> told = stage.extractOutputValues();
      assertThat(told.get(0).change()).isEqualTo(OPENED);
      assertThat(told.subList(1, told.size()))
          .hasSizeLessThan(12)
          .allMatch(incident -> incident.change() == UPDATED);

      stage.processWatermark(new Watermark(at(19.9) + 4 * HOUR));

      List<Incident> all = stage.extractOutputValues();
      assertThat(all).hasSize(told.size() + 1);
      assertThat(last(all).change()).isEqualTo(CLOSED);
      assertThat(last(all).counts().anomalies()).isEqualTo(200);
    }
  }

  @Test
  void aRestoreInTheMiddleChangesNothing() throws Exception {
    List<Signal> work = days();
    for (Ordering ordering : Ordering.values()) {
      List<Incident> undisturbed;
      try (var stage = open(ordering, null)) {
        undisturbed = run(stage, work);
      }
      assertThat(undisturbed).extracting(Incident::change).contains(OPENED, UPDATED, CLOSED);
      for (int cut : new int[] {1, work.size() / 3, work.size() - 1}) {
        List<Incident> told = new ArrayList<>();
        OperatorSubtaskState snapshot;
        try (var stage = open(ordering, null)) {
          told.addAll(feed(stage, work.subList(0, cut)));
          stage.prepareSnapshotPreBarrier(1);
          snapshot = stage.snapshot(1, 1);
        }
        try (var stage = open(ordering, snapshot)) {
          told.addAll(run(stage, work.subList(cut, work.size())));
        }
        assertThat(byAgent(told))
            .as("%s, restored at %d", ordering, cut)
            .isEqualTo(byAgent(undisturbed));
      }
    }
  }

  @Test
  void theOrderWithinTheLatenessMakesNoDifference() throws Exception {
    List<Signal> work = days();
    List<Incident> inOrder;
    try (var stage = open(Ordering.EVENT_TIME, null)) {
      inOrder = run(stage, work);
    }
    Random random = new Random(3);
    Map<Signal, Long> lag = new HashMap<>();
    work.forEach(signal -> lag.put(signal, signal.time() + random.nextInt((int) LAG)));
    List<Signal> shuffled = new ArrayList<>(work);
    shuffled.sort(Comparator.comparing(lag::get));
    assertThat(shuffled).isNotEqualTo(work);
    try (var stage = open(Ordering.EVENT_TIME, null)) {
      assertThat(byAgent(run(stage, shuffled))).isEqualTo(byAgent(inOrder));
    }
  }

  @Test
  void aWatermarkThatLeapsMakesNoDifference() throws Exception {
    List<Signal> work = days();
    List<Incident> inStep;
    try (var stage = open(Ordering.EVENT_TIME, null)) {
      inStep = run(stage, work);
    }
    try (var stage = open(Ordering.EVENT_TIME, null)) {
      for (Signal signal : work) {
        stage.processElement(signal, signal.time());
      }
      stage.processWatermark(new Watermark(end(work)));
      assertThat(byAgent(stage.extractOutputValues())).isEqualTo(byAgent(inStep));
    }
  }

  @Test
  void theEndOfBoundedInputClosesEverything() throws Exception {
    for (Ordering ordering : Ordering.values()) {
      try (var stage = open(ordering, null)) {
        put(stage, anomaly("bot", "a1", 0, "s1"));
        put(stage, anomaly("bot", "a2", 600, "s2", "hour_rarity", Severity.MEDIUM));
        stage.processWatermark(Watermark.MAX_WATERMARK);
        assertThat(stage.extractOutputValues())
            .filteredOn(incident -> incident.change() == CLOSED)
            .as("%s", ordering)
            .hasSize(2);
      }
    }
  }

  @Test
  void theSameTopicThreeHoursAfterTheClosingReopensTheOldIncident() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      put(stage, anomaly("bot", "a1", 0, "s1"));
      stage.processWatermark(new Watermark(at(240)));
      put(stage, anomaly("bot", "a2", 420, "s2"));
      List<Incident> told = stage.extractOutputValues();
      assertThat(told).extracting(Incident::change).containsExactly(OPENED, CLOSED, UPDATED);
      assertThat(told).extracting(Incident::id).containsOnly(told.get(0).id());
    }
  }

  @Test
  void whatIsBeyondTheAgentsBudgetGoesToTheSideOutput() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      for (int i = 0; i < 4; i++) {
        put(stage, anomaly("bot", "a" + i, i, "s" + i, "code" + i, Severity.HIGH));
        put(stage, anomaly("eve", "b" + i, i, "s" + i, "code" + i, Severity.CRITICAL));
      }
      assertThat(stage.extractOutputValues()).hasSize(7);
      assertThat(stage.getSideOutput(IncidentStage.HIDDEN))
          .extracting(record -> record.getValue().cause() + " " + record.getValue().agentId())
          .containsExactly("AGENT_BUDGET bot");
    }
  }

  @Test
  void anAgentWithoutOpenIncidentsIsForgotten() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      put(stage, anomaly("bot", "a1", 0, "s1"));
      stage.processWatermark(new Watermark(at(0) + 400 * DAY));
      assertThat(last(stage.extractOutputValues()).change()).isEqualTo(CLOSED);
      stage.processWatermark(new Watermark(at(0) + 1_000 * DAY));
      assertThat(stage.numKeyedStateEntries()).isZero();
      assertThat(stage.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void aSuppressionHidesByTheSignalsOwnTimeAlsoAfterARestore() throws Exception {
    OperatorSubtaskState snapshot;
    try (var stage = suppressible(null)) {
      stage.processElement2(SuppressionChange.set(suppression(at(10), at(20)), at(0)), at(0));
      stage.prepareSnapshotPreBarrier(1);
      snapshot = stage.snapshot(1, 1);
    }
    try (var stage = suppressible(snapshot)) {
      put(stage, anomaly("bot", "early", 9, "s1"));
      put(stage, anomaly("bot", "hidden", 19, "s2", "hour_rarity", Severity.CRITICAL));
      put(stage, anomaly("eve", "other", 19, "s2"));
      put(stage, anomaly("bot", "after", 20, "s3", "bytes", Severity.MEDIUM));
      assertThat(stage.extractOutputValues())
          .extracting(incident -> incident.signals().get(0).id())
          .containsExactly("early", "other", "after");
      assertThat(stage.getSideOutput(IncidentStage.HIDDEN))
          .extracting(StreamRecord::getValue)
          .containsExactly(
              new HiddenSignal(HiddenCause.SUPPRESSION, "r1", "hidden", "bot", at(19)));
    }
  }

  @Test
  void aSuppressionThatIsLiftedHidesNothing() throws Exception {
    try (var stage = suppressible(null)) {
      stage.processElement2(SuppressionChange.set(suppression(at(0), at(60)), at(0)), at(0));
      put(stage, anomaly("bot", "a1", 1, "s1"));
      stage.processElement2(SuppressionChange.lifted("r1", at(2)), at(2));
      put(stage, anomaly("bot", "a2", 3, "s1"));
      assertThat(stage.extractOutputValues()).hasSize(1);
      assertThat(stage.extractOutputValues().get(0).hidden()).isEqualTo(1);
    }
  }

  private static Suppression suppression(long from, long until) {
    return new Suppression("r1", "bot", null, null, null, null, from, until, "ana", "a test");
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Signal, Incident> open(
      Ordering ordering, OperatorSubtaskState snapshot) throws Exception {
    OneInputStreamOperator<Signal, Incident> operator =
        new IncidentStage.Alone(stage(ordering), IncidentSettings.defaults());
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            operator, (Signal signal) -> signal.agent().id(), Types.STRING);
    if (snapshot != null) {
      harness.initializeState(snapshot);
    }
    harness.open();
    return harness;
  }

  private static KeyedTwoInputStreamOperatorTestHarness<String, Signal, SuppressionChange, Incident>
      suppressible(OperatorSubtaskState snapshot) throws Exception {
    var harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new IncidentStage.Suppressible(stage(Ordering.ARRIVAL), IncidentSettings.defaults()),
            (Signal signal) -> signal.agent().id(),
            null,
            Types.STRING);
    if (snapshot != null) {
      harness.initializeState(snapshot);
    }
    harness.open();
    return harness;
  }

  private static StageSettings stage(Ordering ordering) {
    return new StageSettings(ordering, 100 * DAY, 2);
  }

  private static void put(
      KeyedOneInputStreamOperatorTestHarness<String, Signal, Incident> stage, Signal signal)
      throws Exception {
    stage.processElement(signal, signal.time());
  }

  private static void put(
      KeyedTwoInputStreamOperatorTestHarness<String, Signal, SuppressionChange, Incident> stage,
      Signal signal)
      throws Exception {
    stage.processElement1(signal, signal.time());
  }

  /** Hands over all, and lets time pass until everything is closed. */
  private static List<Incident> run(
      KeyedOneInputStreamOperatorTestHarness<String, Signal, Incident> stage, List<Signal> work)
      throws Exception {
    feed(stage, work);
    stage.processWatermark(new Watermark(end(work)));
    return stage.extractOutputValues();
  }

  private static List<Incident> feed(
      KeyedOneInputStreamOperatorTestHarness<String, Signal, Incident> stage, List<Signal> work)
      throws Exception {
    for (Signal signal : work) {
      stage.processElement(signal, signal.time());
      stage.processWatermark(new Watermark(signal.time() - LAG));
    }
    return stage.extractOutputValues();
  }

  /** What is told of different agents at one time has no order. */
  private static Map<String, List<Incident>> byAgent(List<Incident> told) {
    return told.stream().collect(Collectors.groupingBy(incident -> incident.agent().id()));
  }

  private static long end(List<Signal> work) {
    return last(work).time() + LAG;
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  private static List<Signal> takeover() {
    List<Signal> signals = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      signals.add(anomaly("bot", "a" + i, i * 0.1, "s1"));
    }
    return signals;
  }

  /** Three agents over some days, with many signals at one time. */
  private static List<Signal> days() {
    Random random = new Random(7);
    List<Signal> signals = new ArrayList<>();
    double now = 0;
    for (int i = 0; i < 150; i++) {
      now += random.nextInt(5) == 0 ? random.nextInt(400) : random.nextInt(3);
      String agent = "bot" + random.nextInt(3);
      signals.add(
          random.nextInt(4) == 0
              ? finding(agent, "f" + random.nextInt(10) + agent, now)
              : anomaly(
                  agent,
                  "a" + i,
                  now,
                  agent + "-" + (int) (now / 60),
                  "code" + random.nextInt(4),
                  Severity.values()[random.nextInt(4)]));
    }
    return signals;
  }
}
