package io.driftline.job.train;

import java.util.Objects;

/**
 * A feature vector drawn for training.
 *
 * @param cohort whose model it trains
 * @param bucketEnd end of the time bucket it was drawn in, event time in milliseconds
 * @param hash fingerprint of its event id: the smallest hashes of a bucket are the sample
 * @param time event time in milliseconds
 * @param features bits by feature ordinal
 */
public record SampledVector(
    String cohort, long bucketEnd, long hash, long time, double[] features) {

  public SampledVector {
    Objects.requireNonNull(cohort, "cohort");
    Objects.requireNonNull(features, "features");
  }
}
