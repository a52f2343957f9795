package io.driftline.job.train;

import io.driftline.forest.CohortTraining;
import io.driftline.forest.CohortTrainingCodec;
import io.driftline.forest.ModelArtifact;
import io.driftline.forest.ModelArtifactCodec;
import io.driftline.forest.ModelTrial;
import io.driftline.forest.VectorSample;
import io.driftline.job.metric.Metric;
import io.driftline.job.metric.PerCohort;
import io.driftline.job.state.BucketStage;
import io.driftline.job.state.CohortVersion;
import io.driftline.job.state.StageSettings;
import io.driftline.job.state.StoredValue;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains models of a cohort from its recent vectors and publishes those that pass their trial. */
public final class TrainStage extends BucketStage<SampledVector, CohortTraining, CohortVersion>
    implements OneInputStreamOperator<SampledVector, CohortVersion> {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(TrainStage.class);

  private final TrainingSettings training;
  private final byte[] initialModel;
  private transient ModelArtifact fallback;
  private transient Counter trained;
  private transient Counter rejected;
  private transient PerCohort<DriftReading> drifts;

  /**
   * @param initialModel stored form of the model for cohorts that have none yet; {@code null} to do
   *     without
   */
  public TrainStage(StageSettings settings, TrainingSettings training, byte[] initialModel) {
    super(settings);
    this.training = training;
    this.initialModel = initialModel;
  }

  @Override
  public void open() throws Exception {
    super.open();
    fallback = initialModel == null ? null : ModelArtifactCodec.decode(initialModel);
    trained = Metric.MODELS_TRAINED.counter(getMetricGroup());
    rejected = Metric.MODELS_REJECTED.counter(getMetricGroup());
    drifts = new PerCohort<>(cohort -> DriftReading.register(getMetricGroup(), cohort));
  }

  @Override
  public void processElement(StreamRecord<SampledVector> record) throws Exception {
    accept(record);
  }

  @Override
  protected String keyOf(SampledVector vector) {
    return vector.cohort();
  }

  @Override
  protected long add(SampledVector vector, CohortTraining cohort) {
    cohort.sample().add(vector.hash(), vector.bucketEnd(), vector.time(), vector.features());
    return vector.bucketEnd();
  }

  @Override
  protected void close(String cohort, long end, CohortTraining state) {
    if (state.closeUpTo(end)) {
      report(cohort, state.drift());
    }
    if (state.isDue(end, training.growth(), training.maxAgeMillis(), training.maxDrift())) {
      ModelTrial trial = state.train(cohort, end, training.seed(), fallback);
      if (trial.passed()) {
        trained.inc();
        publish(cohort, end, state.champion());
      } else {
        rejected.inc();
        LOG.warn("New model of cohort {} rejected: {}", cohort, trial.objections());
      }
    }
  }

  private void publish(String cohort, long end, ModelArtifact model) {
    byte[] stored = ModelArtifactCodec.encode(model);
    output.collect(new StreamRecord<>(new CohortVersion(cohort, end, stored), end));
  }

  private void report(String cohort, double drift) {
    DriftReading reading = drifts.of(cohort);
    if (reading != null) {
      reading.set(drift);
    }
  }

  @Override
  protected StoredValue<CohortTraining> storedValue() {
    return new StoredTraining(training);
  }

  private record StoredTraining(TrainingSettings training) implements StoredValue<CohortTraining> {
    @Override
    public CohortTraining fresh() {
      return new CohortTraining(
          new VectorSample(training.perBucket(), training.mostRows(), training.windowMillis()));
    }

    @Override
    public byte[] encode(CohortTraining cohort) {
      return CohortTrainingCodec.encode(cohort);
    }

    @Override
    public CohortTraining decode(byte[] bytes) {
      return CohortTrainingCodec.decode(bytes, fresh());
    }

    @Override
    public long lastUsed(CohortTraining cohort) {
      return cohort.sample().lastSeen();
    }
  }
}
