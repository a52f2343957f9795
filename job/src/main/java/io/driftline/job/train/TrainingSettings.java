package io.driftline.job.train;

import java.io.Serializable;

/**
 * When a cohort's model is trained, and from what.
 *
 * @param seed of every random choice
 * @param bucketMillis how often it is decided whether to train, in event time
 * @param windowMillis how far back the training rows reach
 * @param growth a model is replaced when this many times as many actions were seen
 * @param maxAgeMillis or when it is this old and anything new was seen
 * @param maxDrift or when the scores of recent vectors have drifted further than this
 * @param mostRows most training rows kept per cohort
 * @param perBucket most rows drawn per bucket
 */
public record TrainingSettings(
    long seed,
    long bucketMillis,
    long windowMillis,
    double growth,
    long maxAgeMillis,
    double maxDrift,
    int mostRows,
    int perBucket)
    implements Serializable {

  public TrainingSettings {
    if (bucketMillis <= 0 || windowMillis < bucketMillis || maxAgeMillis <= 0) {
      throw new IllegalArgumentException(
          "training needs a positive bucket, a window no shorter and a positive age, got %d, %d, %d"
              .formatted(bucketMillis, windowMillis, maxAgeMillis));
    }
    if (!(maxDrift > 0)) {
      throw new IllegalArgumentException("training needs a drift above 0, got " + maxDrift);
    }
    if (!(growth > 1) || mostRows <= 0 || perBucket <= 0) {
      throw new IllegalArgumentException(
          "training needs growth above 1 and positive row counts, got %s, %d, %d"
              .formatted(growth, mostRows, perBucket));
    }
  }
}
