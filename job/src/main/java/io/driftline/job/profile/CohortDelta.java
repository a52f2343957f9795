package io.driftline.job.profile;

import io.driftline.baseline.CohortCounts.Key;
import io.driftline.baseline.Dimension;
import java.util.Objects;

/**
 * What one subtask counted for a cohort in one time bucket: parallel arrays, so that a batch of
 * thousands is a few arrays on the wire.
 *
 * @param cohort whose counts
 * @param bucketStart start of the bucket, event time in milliseconds
 * @param dimensions {@link Dimension} ordinals
 * @param contexts fingerprints of contexts
 * @param values fingerprints of values
 * @param counts how often, at least 1 each; for {@link Dimension#PEER} only that, not how often
 */
public record CohortDelta(
    String cohort,
    long bucketStart,
    byte[] dimensions,
    long[] contexts,
    long[] values,
    int[] counts) {

  private static final Dimension[] DIMENSIONS = Dimension.values();

  public CohortDelta {
    Objects.requireNonNull(cohort, "cohort");
    int size = counts.length;
    if (dimensions.length != size || contexts.length != size || values.length != size) {
      throw new IllegalArgumentException("the arrays of a delta must be of one length");
    }
  }

  /** Number of distinct keys. */
  public int size() {
    return counts.length;
  }

  /** The key at {@code i}. */
  public Key key(int i) {
    return new Key(DIMENSIONS[dimensions[i]], contexts[i], values[i]);
  }
}
