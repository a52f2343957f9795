package io.driftline.job.train;

import io.driftline.forest.ModelArtifact;
import io.driftline.forest.ModelArtifactCodec;
import io.driftline.forest.ModelTrainer;
import io.driftline.forest.VectorSample;
import io.driftline.forest.VectorSampleCodec;
import io.driftline.job.state.BucketStage;
import io.driftline.job.state.CohortVersion;
import io.driftline.job.state.StageSettings;
import io.driftline.job.state.StoredValue;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Trains the model of a cohort from its recent vectors and publishes it. */
public final class TrainStage extends BucketStage<SampledVector, VectorSample, CohortVersion> {

  private static final long serialVersionUID = 1L;

  private final TrainingSettings training;
  private transient Counter trained;

  public TrainStage(StageSettings settings, TrainingSettings training) {
    super(settings);
    this.training = training;
  }

  @Override
  public void open() throws Exception {
    super.open();
    trained = getMetricGroup().counter("models.trained");
  }

  @Override
  protected String keyOf(SampledVector vector) {
    return vector.cohort();
  }

  @Override
  protected long add(SampledVector vector, VectorSample sample) {
    sample.add(vector.hash(), vector.bucketEnd(), vector.time(), vector.features());
    return vector.bucketEnd();
  }

  @Override
  protected void close(String cohort, long end, VectorSample sample) {
    sample.closeUpTo(end);
    if (sample.isDue(end, training.growth(), training.maxAgeMillis())) {
      sample.markTrained(end);
      ModelArtifact model =
          ModelTrainer.train(cohort, sample.rows(), sample.from(), sample.to(), training.seed());
      trained.inc();
      output.collect(
          new StreamRecord<>(
              new CohortVersion(cohort, end, ModelArtifactCodec.encode(model)), end));
    }
  }

  @Override
  protected StoredValue<VectorSample> storedValue() {
    return new StoredSample(training);
  }

  private record StoredSample(TrainingSettings training) implements StoredValue<VectorSample> {
    @Override
    public VectorSample fresh() {
      return new VectorSample(training.perBucket(), training.mostRows(), training.windowMillis());
    }

    @Override
    public byte[] encode(VectorSample sample) {
      return VectorSampleCodec.encode(sample);
    }

    @Override
    public VectorSample decode(byte[] bytes) {
      return VectorSampleCodec.decode(bytes, fresh());
    }

    @Override
    public long lastUsed(VectorSample sample) {
      return sample.lastSeen();
    }
  }
}
