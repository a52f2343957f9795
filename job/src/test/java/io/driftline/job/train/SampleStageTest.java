package io.driftline.job.train;

import static io.driftline.job.TestActions.MONDAY;
import static io.driftline.job.TestActions.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.baseline.Hash64;
import io.driftline.baseline.SessionContext;
import io.driftline.explain.Surroundings;
import io.driftline.feature.Feature;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.profile.ProfiledAction;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class SampleStageTest {

  private static final long HOUR = 3_600_000L;
  private static final int PER_BUCKET = 3;

  @Test
  void drawsTheSmallestHashesOfABucketOnceTheWatermarkClosesIt() throws Exception {
    try (var sample = open()) {
      for (int i = 0; i < 20; i++) {
        act(sample, "e" + i, MONDAY + i);
      }
      sample.processWatermark(new Watermark(MONDAY + HOUR - 2));
      assertThat(sample.extractOutputValues()).isEmpty();

      sample.processWatermark(new Watermark(MONDAY + HOUR - 1));

      List<Long> hashes = sample.extractOutputValues().stream().map(SampledVector::hash).toList();
      assertThat(hashes).hasSize(PER_BUCKET).isSorted();
      assertThat(sample.getOutput()).last().isInstanceOf(Watermark.class);
    }
  }

  @Test
  void keepsTheBucketsThatAreStillOpenButNothingOverABarrier() throws Exception {
    try (var sample = open()) {
      act(sample, "e1", MONDAY);
      act(sample, "e2", MONDAY + HOUR);
      sample.processWatermark(new Watermark(MONDAY + HOUR));
      assertThat(ends(sample)).containsExactly(MONDAY + HOUR);

      sample.prepareSnapshotPreBarrier(1);
      assertThat(ends(sample)).containsExactly(MONDAY + HOUR, MONDAY + 2 * HOUR);
    }
  }

  @Test
  void leavesOutWhatWasMeasuredBeforeTheCohortWasKnown() throws Exception {
    try (var sample = open()) {
      sample.processElement(profiled("e1", MONDAY, 0), MONDAY);
      sample.processElement(profiled("e2", MONDAY, 1), MONDAY);
      sample.processWatermark(new Watermark(MONDAY + HOUR));

      assertThat(sample.extractOutputValues())
          .extracting(SampledVector::hash)
          .containsExactly(Hash64.of("e2"));
    }
  }

  private static OneInputStreamOperatorTestHarness<ProfiledAction, SampledVector> open()
      throws Exception {
    var sample =
        new OneInputStreamOperatorTestHarness<ProfiledAction, SampledVector>(
            new SampleStage(HOUR, PER_BUCKET));
    sample.open();
    return sample;
  }

  private static void act(
      OneInputStreamOperatorTestHarness<ProfiledAction, SampledVector> sample,
      String event,
      long time)
      throws Exception {
    sample.processElement(profiled(event, time, 3), time);
  }

  private static ProfiledAction profiled(String event, long time, int peers) {
    IdentifiedAction in =
        IdentifiedAction.unregistered(
            read("a", event, time), SessionContext.first("s"), "personal/sales", false);
    return ProfiledAction.of(
        in,
        new double[Feature.values().length],
        new Surroundings(List.of(), List.of(), 0, 0, peers, null));
  }

  private static List<Long> ends(
      OneInputStreamOperatorTestHarness<ProfiledAction, SampledVector> sample) {
    return sample.extractOutputValues().stream().map(SampledVector::bucketEnd).toList();
  }
}
