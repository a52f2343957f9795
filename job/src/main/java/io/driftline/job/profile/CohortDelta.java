package io.driftline.job.profile;

import io.driftline.baseline.Dimension;
import io.driftline.baseline.KeyCounts;
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

  /** What {@code counts} of the bucket say. */
  static CohortDelta of(String cohort, long bucketStart, KeyCounts counts) {
    CohortDelta delta = ofSize(cohort, bucketStart, counts.size());
    int[] at = {0};
    counts.forEach(
        (dimension, context, value, count) -> delta.set(at[0]++, dimension, context, value, count));
    return delta;
  }

  private static CohortDelta ofSize(String cohort, long bucketStart, int size) {
    return new CohortDelta(
        cohort, bucketStart, new byte[size], new long[size], new long[size], new int[size]);
  }

  private void set(int at, Dimension dimension, long context, long value, int count) {
    dimensions[at] = (byte) dimension.ordinal();
    contexts[at] = context;
    values[at] = value;
    counts[at] = count;
  }

  /** Adds all to {@code sum}. */
  void addTo(KeyCounts sum) {
    for (int i = 0; i < size(); i++) {
      sum.add(DIMENSIONS[dimensions[i]], contexts[i], values[i], counts[i]);
    }
  }
}
