package io.driftline.baseline;

import java.util.Arrays;

/** The {@link DecayedCounts#tailMass} of all values of a context at once. */
final class TailMasses {

  private TailMasses() {}

  /**
   * The tail mass of every value.
   *
   * @return shares in (0, 1] by slot
   */
  static double[] of(DecayedCounts counts, double scale) {
    double[] lighter = sums(counts);
    int size = counts.distinct();
    double[] tails = new double[size];
    for (int slot = 0; slot < size; slot++) {
      tails[slot] = (size + lighter[slot] * scale) / (counts.total(scale) + size);
    }
    return tails;
  }

  /**
   * Σ of the weights that are at most as heavy as each value: one sort and running sums instead of
   * a pass over all values for each.
   *
   * @return sums by slot
   */
  private static double[] sums(DecayedCounts counts) {
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
