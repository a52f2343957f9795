package io.driftline.job.profile;

import static io.driftline.job.TestActions.MONDAY;
import static io.driftline.job.TestActions.action;
import static io.driftline.job.TestActions.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.Dimension;
import io.driftline.baseline.SessionContext;
import io.driftline.feature.SensitivityTable;
import io.driftline.job.identify.IdentifiedAction;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class CohortTallyTest {

  private static final long HOUR = 3_600_000L;

  @Test
  void sendsABucketBeforeTheWatermarkThatClosesIt() throws Exception {
    try (var tally = open()) {
      act(tally, "a", MONDAY);
      act(tally, "b", MONDAY + 1);
      tally.processWatermark(new Watermark(MONDAY + HOUR - 2));
      assertThat(tally.extractOutputValues()).isEmpty();

      tally.processWatermark(new Watermark(MONDAY + HOUR - 1));

      assertThat(tally.extractOutputValues())
          .singleElement()
          .satisfies(delta -> assertThat(systems(delta)).isEqualTo(2))
          .satisfies(delta -> assertThat(delta.bucketStart()).isEqualTo(MONDAY));
      assertThat(tally.getOutput()).last().isInstanceOf(Watermark.class);
    }
  }

  @Test
  void keepsTheBucketsThatAreStillOpen() throws Exception {
    try (var tally = open()) {
      act(tally, "a", MONDAY);
      act(tally, "a", MONDAY + HOUR);
      tally.processWatermark(new Watermark(MONDAY + HOUR));
      assertThat(starts(tally)).containsExactly(MONDAY);

      tally.processWatermark(new Watermark(MONDAY + 2 * HOUR));
      assertThat(starts(tally)).containsExactly(MONDAY, MONDAY + HOUR);
    }
  }

  @Test
  void keepsNothingOverABarrier() throws Exception {
    try (var tally = open()) {
      act(tally, "a", MONDAY);
      tally.prepareSnapshotPreBarrier(1);
      tally.processWatermark(new Watermark(MONDAY + HOUR));

      assertThat(starts(tally)).containsExactly(MONDAY);
    }
  }

  @Test
  void notesAUseOfAValueByAnAgentOnceADay() throws Exception {
    try (var tally = open()) {
      act(tally, "a", MONDAY);
      act(tally, "a", MONDAY + HOUR);
      act(tally, "a", MONDAY + 24 * HOUR);
      tally.processWatermark(new Watermark(MONDAY + 48 * HOUR));

      assertThat(sorted(tally))
          .extracting(delta -> count(delta, Dimension.PEER) > 0)
          .containsExactly(true, false, true);
    }
  }

  @Test
  void notesAUseAgainForAnEarlierBucket() throws Exception {
    try (var tally = open()) {
      act(tally, "a", MONDAY + HOUR);
      act(tally, "a", MONDAY);
      tally.processWatermark(new Watermark(MONDAY + 48 * HOUR));

      assertThat(tally.extractOutputValues())
          .allSatisfy(delta -> assertThat(count(delta, Dimension.PEER)).isPositive());
    }
  }

  @Test
  void countsTheDaysOfSensitiveActionsOnly() throws Exception {
    try (var tally = open()) {
      act(tally, "a", MONDAY);
      tally.processElement(identified(pay("a", MONDAY + HOUR)), MONDAY + HOUR);
      tally.processWatermark(new Watermark(MONDAY + 48 * HOUR));

      assertThat(sorted(tally))
          .extracting(delta -> count(delta, Dimension.DAY))
          .containsExactly(0, 2);
    }
  }

  private static List<CohortDelta> sorted(
      OneInputStreamOperatorTestHarness<IdentifiedAction, CohortDelta> tally) {
    return tally.extractOutputValues().stream()
        .sorted(Comparator.comparingLong(CohortDelta::bucketStart))
        .toList();
  }

  private static AgentAction pay(String agent, long time) {
    return action(agent, "p" + time, time, "s", "bank", "pay", "bank:transfer", "DE89");
  }

  private static OneInputStreamOperatorTestHarness<IdentifiedAction, CohortDelta> open()
      throws Exception {
    var tally =
        new OneInputStreamOperatorTestHarness<IdentifiedAction, CohortDelta>(
            new CohortTally(HOUR, SensitivityTable.shipped()));
    tally.open();
    return tally;
  }

  private static void act(
      OneInputStreamOperatorTestHarness<IdentifiedAction, CohortDelta> tally,
      String agent,
      long time)
      throws Exception {
    tally.processElement(identified(read(agent, agent + time, time)), time);
  }

  private static IdentifiedAction identified(AgentAction action) {
    return IdentifiedAction.unregistered(
        action, SessionContext.first("s"), "personal/sales", false);
  }

  private static List<Long> starts(
      OneInputStreamOperatorTestHarness<IdentifiedAction, CohortDelta> tally) {
    return tally.extractOutputValues().stream().map(CohortDelta::bucketStart).toList();
  }

  private static int systems(CohortDelta delta) {
    return count(delta, Dimension.SYSTEM);
  }

  private static int count(CohortDelta delta, Dimension dimension) {
    int count = 0;
    for (int i = 0; i < delta.size(); i++) {
      count += delta.dimensions()[i] == dimension.ordinal() ? delta.counts()[i] : 0;
    }
    return count;
  }
}
