package io.driftline.job.train;

import io.driftline.job.profile.ProfiledAction;
import io.driftline.job.state.CohortVersion;
import io.driftline.job.state.StageSettings;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/** From vectors to a sample of them for each cohort, and from that to the cohort's models. */
public final class ModelFlow {

  private ModelFlow() {}

  /**
   * Builds the flow; each model holds from the time it carries.
   *
   * @param profiled actions with their vectors
   * @param initialModel stored form of the model for cohorts that have none yet; {@code null} to do
   *     without
   */
  public static DataStream<CohortVersion> attach(
      DataStream<ProfiledAction> profiled,
      StageSettings stage,
      TrainingSettings training,
      byte[] initialModel) {
    return sample(profiled, training)
        .keyBy(SampledVector::cohort, Types.STRING)
        .transform(
            "train models",
            TypeInformation.of(CohortVersion.class),
            new TrainStage(stage, training, initialModel))
        .uid("train-models");
  }

  /** Only the sample, as models are trained from it. */
  public static DataStream<SampledVector> sample(
      DataStream<ProfiledAction> profiled, TrainingSettings training) {
    return profiled
        .transform(
            "sample",
            TypeInformation.of(SampledVector.class),
            new SampleStage(training.bucketMillis(), training.perBucket()))
        .uid("training-sample");
  }
}
