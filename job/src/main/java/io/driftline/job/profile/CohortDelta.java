package io.driftline.job.profile;

import io.driftline.baseline.CohortCounts.Key;
import io.driftline.baseline.Dimension;
import java.util.Map;
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
 * @param counts how often, at least 1 each
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

  static CohortDelta of(String cohort, long bucketStart, Map<Key, int[]> counted) {
    int size = counted.size();
    CohortDelta delta =
        new CohortDelta(
            cohort, bucketStart, new byte[size], new long[size], new long[size], new int[size]);
    int i = 0;
    for (Map.Entry<Key, int[]> entry : counted.entrySet()) {
      delta.set(i++, entry.getKey(), entry.getValue()[0]);
    }
    return delta;
  }

  /** Number of distinct keys. */
  public int size() {
    return counts.length;
  }

  /** The key at {@code i}. */
  public Key key(int i) {
    return new Key(DIMENSIONS[dimensions[i]], contexts[i], values[i]);
  }

  private void set(int i, Key key, int count) {
    dimensions[i] = (byte) key.dimension().ordinal();
    contexts[i] = key.context();
    values[i] = key.value();
    counts[i] = count;
  }
}
