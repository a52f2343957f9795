package io.driftline.job.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.feature.Feature;
import io.driftline.forest.DefaultModel;
import io.driftline.forest.ModelArtifactCodec;
import io.driftline.job.state.CohortVersion;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class TrainStageTest {

  private static final long HOUR = 3_600_000L;
  private static final long MONTH = 30 * 24 * HOUR;

  @Test
  void publishesTheFirstModelWhenItsBucketCloses() throws Exception {
    try (var stage = open(null)) {
      feed(stage, 0, 300, 1);

      stage.processWatermark(new Watermark(HOUR - 1));

      CohortVersion version = stage.extractOutputValues().get(0);
      assertThat(version.cohort()).isEqualTo("c");
      assertThat(ModelArtifactCodec.decode(version.bytes()).provenance().rows()).isEqualTo(300);
    }
  }

  @Test
  void driftBringsTheNextModelForward() throws Exception {
    try (var stage = open(null)) {
      feed(stage, 0, 600, 1);
      feed(stage, 1, 300, 1);
      feed(stage, 2, 300, 3);
      stage.processWatermark(new Watermark(2 * HOUR - 1));
      assertThat(stage.extractOutputValues()).hasSize(1);

      stage.processWatermark(new Watermark(3 * HOUR - 1));

      assertThat(stage.extractOutputValues()).hasSize(2);
    }
  }

  @Test
  void aModelThatNoLongerFindsOutliersIsNotPublished() throws Exception {
    try (var stage = open(null)) {
      feed(stage, 0, 600, 1);
      stage.processWatermark(new Watermark(HOUR - 1));
      feed(stage, 1, 18_000, 100);
      feed(stage, 1, 18_001, 1_024, 1);

      stage.processWatermark(new Watermark(2 * HOUR - 1));

      assertThat(stage.extractOutputValues()).hasSize(1);
    }
  }

  @Test
  void aRestoreChangesNothing() throws Exception {
    List<byte[]> undisturbed = new ArrayList<>();
    List<byte[]> restored = new ArrayList<>();
    OperatorSubtaskState snapshot;
    try (var stage = open(null)) {
      feed(stage, 0, 600, 1);
      stage.processWatermark(new Watermark(HOUR - 1));
      stage.prepareSnapshotPreBarrier(1);
      snapshot = stage.snapshot(1, 1);
      feed(stage, 1, 300, 3);
      stage.processWatermark(new Watermark(2 * HOUR - 1));
      stage.extractOutputValues().forEach(version -> undisturbed.add(version.bytes()));
    }
    try (var stage = open(snapshot)) {
      feed(stage, 1, 300, 3);
      stage.processWatermark(new Watermark(2 * HOUR - 1));
      stage.extractOutputValues().forEach(version -> restored.add(version.bytes()));
    }
    assertThat(restored).hasSize(1);
    assertThat(restored.get(0)).isEqualTo(undisturbed.get(1));
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, SampledVector, CohortVersion> open(
      OperatorSubtaskState state) throws Exception {
    var stage =
        new KeyedOneInputStreamOperatorTestHarness<String, SampledVector, CohortVersion>(
            new TrainStage(
                new StageSettings(Ordering.EVENT_TIME, 12 * MONTH, 10),
                new TrainingSettings(42, HOUR, MONTH, 10, MONTH, 0.25, 20_000, 20_000),
                DefaultModel.stored()),
            SampledVector::cohort,
            Types.STRING);
    if (state != null) {
      stage.initializeState(state);
    }
    stage.open();
    return stage;
  }

  private static void feed(
      KeyedOneInputStreamOperatorTestHarness<String, SampledVector, CohortVersion> stage,
      long bucket,
      int rows,
      double factor)
      throws Exception {
    feed(stage, bucket, 0, rows, factor);
  }

  /** Rows of exponential bits, a factor times as surprising, one a millisecond into the bucket. */
  private static void feed(
      KeyedOneInputStreamOperatorTestHarness<String, SampledVector, CohortVersion> stage,
      long bucket,
      int first,
      int rows,
      double factor)
      throws Exception {
    Random random = new Random(1_000_000 * bucket + first);
    for (int i = first; i < first + rows; i++) {
      double[] bits =
          random
              .doubles(Feature.values().length)
              .map(u -> -factor * Math.log(1 - u) / Math.log(2))
              .toArray();
      long time = bucket * HOUR + i;
      stage.processElement(
          new SampledVector("c", (bucket + 1) * HOUR, random.nextLong(), time, bits), time);
    }
  }
}
