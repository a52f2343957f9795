package io.driftline.baseline;

import java.util.Arrays;

/** Sums over the lighter values of a context, for all values at once. */
final class TailSums {

  private TailSums() {}

  /**
   * Σ of the weights that are at most as heavy as each value: one sort and running sums instead of
   * a pass over all values for each.
   *
   * @return sums by slot
   */
  static double[] of(DecayedCounts counts) {
    float[] ascending = new float[counts.distinct()];
    for (int slot = 0; slot < ascending.length; slot++) {
      ascending[slot] = counts.weight(slot);
    }
    Arrays.sort(ascending);
    double[] upTo = upTo(ascending);
    double[] sums = new double[ascending.length];
    for (int slot = 0; slot < sums.length; slot++) {
      sums[slot] = upTo[Arrays.binarySearch(ascending, counts.weight(slot))];
    }
    return sums;
  }

  /** Σ of the weights up to and with each one, the same for equal weights. */
  private static double[] upTo(float[] ascending) {
    double[] sums = new double[ascending.length];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += ascending[i];
      sums[i] = sum;
    }
    for (int i = sums.length - 2; i >= 0; i--) {
      sums[i] = ascending[i] == ascending[i + 1] ? sums[i + 1] : sums[i];
    }
    return sums;
  }
}
