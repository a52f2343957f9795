package io.driftline.job.bench;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.Hash64;
import io.driftline.forest.ForestSettings;
import io.driftline.forest.ForestTrainer;
import io.driftline.forest.VectorSample;
import io.driftline.job.train.TrainingSettings;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import smile.anomaly.IsolationForest;
import smile.math.MathEx;

/**
 * A forest over all features, fitted again at the moments at which the job trains its own models,
 * from the same rows. Before the first fit every score is 0.
 */
final class RefittedForest implements Peer {

  private final TrainingSettings training;
  private final Function<double[][], ToDoubleFunction<double[]>> fit;
  private final VectorSample sample;
  private ToDoubleFunction<double[]> model = vector -> 0;
  private long openBucketEnd = Long.MAX_VALUE;

  private RefittedForest(
      TrainingSettings training, Function<double[][], ToDoubleFunction<double[]>> fit) {
    this.training = training;
    this.fit = fit;
    this.sample =
        new VectorSample(training.perBucket(), training.mostRows(), training.windowMillis());
  }

  /** SMILE's {@code fit} as it comes, with all its defaults. */
  static RefittedForest smile(TrainingSettings training) {
    return new RefittedForest(
        training,
        rows -> {
          MathEx.setSeed(training.seed());
          return IsolationForest.fit(rows)::score;
        });
  }

  /** The published algorithm: Driftline's forest alone, over all features. */
  static RefittedForest isolation(TrainingSettings training) {
    return new RefittedForest(
        training,
        rows -> ForestTrainer.train(rows, ForestSettings.defaults(), training.seed())::score);
  }

  @Override
  public double score(AgentAction action, double[] vector) {
    if (action.timeMillis() >= openBucketEnd) {
      close();
    }
    return model.applyAsDouble(vector);
  }

  @Override
  public void learn(AgentAction action, double[] vector) {
    long bucket = training.bucketMillis();
    openBucketEnd = (Math.floorDiv(action.timeMillis(), bucket) + 1) * bucket;
    sample.add(Hash64.of(action.eventId()), openBucketEnd, action.timeMillis(), vector);
  }

  private void close() {
    sample.closeUpTo(openBucketEnd);
    if (sample.isDue(openBucketEnd, training.growth(), training.maxAgeMillis())) {
      sample.markTrained(openBucketEnd);
      model = fit.apply(sample.rows());
    }
    openBucketEnd = Long.MAX_VALUE;
  }
}
