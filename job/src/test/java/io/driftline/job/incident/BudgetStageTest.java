package io.driftline.job.incident;

import static io.driftline.job.incident.Raised.DAY;
import static io.driftline.job.incident.Raised.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.incident.HiddenCause;
import io.driftline.incident.HiddenCount;
import io.driftline.incident.HiddenSignal;
import io.driftline.incident.Incident;
import io.driftline.incident.IncidentLedger;
import io.driftline.incident.IncidentSettings;
import io.driftline.incident.Suppressions;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import io.driftline.posture.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class BudgetStageTest {

  private static final long END_OF_DAY = at(15 * 60);

  @Test
  void tellsTwentyADayAndCountsTheRest() throws Exception {
    try (var stage = open(Ordering.EVENT_TIME, null)) {
      feed(stage, incidents());
      stage.processWatermark(new Watermark(END_OF_DAY));
      assertThat(stage.extractOutputValues()).hasSize(20);
      assertThat(counts(stage)).extracting(HiddenCount::hidden).containsExactly(1L, 2L, 4L, 5L);
    }
  }

  @Test
  void theOrderOfArrivalMakesNoDifferenceInEventTime() throws Exception {
    List<BudgetEntry> shuffled = new ArrayList<>(incidents());
    Collections.shuffle(shuffled, new Random(5));
    try (var inOrder = open(Ordering.EVENT_TIME, null);
        var stage = open(Ordering.EVENT_TIME, null)) {
      feed(inOrder, incidents());
      inOrder.processWatermark(new Watermark(END_OF_DAY));
      feed(stage, shuffled);
      stage.processWatermark(new Watermark(END_OF_DAY));
      assertThat(stage.extractOutputValues()).isEqualTo(inOrder.extractOutputValues());
      assertThat(counts(stage)).isEqualTo(counts(inOrder));
    }
  }

  @Test
  void aRestoreChangesNothing() throws Exception {
    List<Incident> told;
    List<HiddenCount> counted;
    OperatorSubtaskState snapshot;
    try (var stage = open(Ordering.ARRIVAL, null)) {
      feed(stage, incidents().subList(0, 22));
      told = new ArrayList<>(stage.extractOutputValues());
      counted = new ArrayList<>(counts(stage));
      stage.prepareSnapshotPreBarrier(1);
      snapshot = stage.snapshot(1, 1);
    }
    try (var stage = open(Ordering.ARRIVAL, snapshot)) {
      feed(stage, incidents().subList(22, 25));
      stage.processWatermark(new Watermark(END_OF_DAY));
      told.addAll(stage.extractOutputValues());
      counted.addAll(counts(stage));
    }
    assertThat(told).hasSize(20);
    assertThat(counted).extracting(HiddenCount::hidden).containsExactly(1L, 2L, 4L, 5L);
  }

  @Test
  void theCountOfTheLastDayIsToldAtTheEndOfBoundedInput() throws Exception {
    for (Ordering ordering : Ordering.values()) {
      try (var stage = open(ordering, null)) {
        for (int i = 0; i < 3; i++) {
          HiddenSignal hidden =
              new HiddenSignal(HiddenCause.SUPPRESSION, "r1", "a" + i, "bot", at(i));
          stage.processElement(BudgetEntry.of(hidden), at(i));
        }
        stage.processWatermark(Watermark.MAX_WATERMARK);
        assertThat(counts(stage))
            .as("%s", ordering)
            .extracting(HiddenCount::hidden)
            .containsExactly(1L, 2L, 3L);
      }
    }
  }

  private static void feed(
      KeyedOneInputStreamOperatorTestHarness<String, BudgetEntry, Incident> stage,
      List<BudgetEntry> entries)
      throws Exception {
    for (BudgetEntry entry : entries) {
      stage.processElement(entry, entry.incident().time());
    }
  }

  private static List<HiddenCount> counts(
      KeyedOneInputStreamOperatorTestHarness<String, BudgetEntry, Incident> stage) {
    var side = stage.getSideOutput(BudgetStage.HIDDEN);
    return side == null ? List.of() : side.stream().map(StreamRecord::getValue).toList();
  }

  /** One of each of 25 agents, five at a time. */
  private static List<BudgetEntry> incidents() {
    List<BudgetEntry> entries = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      IncidentLedger ledger = new IncidentLedger(IncidentSettings.defaults());
      String agent = "bot%02d".formatted(i);
      var signal = Raised.anomaly(agent, "a" + i, i / 5, "s", "bytes", Severity.HIGH);
      entries.add(BudgetEntry.of(ledger.accept(signal, Suppressions.NONE).incidents().get(0)));
    }
    return entries;
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, BudgetEntry, Incident> open(
      Ordering ordering, OperatorSubtaskState snapshot) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new BudgetStage(new StageSettings(ordering, 100 * DAY, 2), IncidentSettings.defaults()),
            (BudgetEntry entry) -> BudgetStage.KEY,
            Types.STRING);
    if (snapshot != null) {
      harness.initializeState(snapshot);
    }
    harness.open();
    return harness;
  }
}
