package io.driftline.baseline;

import java.util.Arrays;

/** The {@link DecayedCounts#tailMass} of all values of a context at once. */
final class TailMasses {

  private TailMasses() {}

  /**
   * The tail mass of a known value, see {@link DecayedCounts#tailMass}.
   *
   * @param distinct values in the context, T
   * @param lighter Σ of the weights that are at most as heavy, not decayed
   * @param total Σ of the decayed counts, n
   * @return a share in (0, 1]
   */
  static double of(int distinct, double lighter, double scale, double total) {
    return (distinct + lighter * scale) / (total + distinct);
  }

  /**
   * Σ of the weights that are at most as heavy as each value: one sort and running sums instead of
   * a pass over all values for each.
   *
   * @return sums by slot
   */
  static double[] lighter(DecayedCounts counts) {
    long[] ascending = new long[counts.distinct()];
    for (int slot = 0; slot < ascending.length; slot++) {
      ascending[slot] = packed(counts.weight(slot), slot);
    }
    Arrays.sort(ascending);
    double[] sums = new double[ascending.length];
    double sum = 0;
    for (int i = 0; i < sums.length; ) {
      int end = i;
      for (; end < sums.length && weight(ascending[end]) == weight(ascending[i]); end++) {
        sum += weight(ascending[end]);
      }
      for (; i < end; i++) {
        sums[(int) ascending[i]] = sum;
      }
    }
    return sums;
  }

  /** Weights are not negative, so their bits are in their order. */
  private static long packed(float weight, int slot) {
    return (long) Float.floatToRawIntBits(weight) << Integer.SIZE | slot;
  }

  private static float weight(long packed) {
    return Float.intBitsToFloat((int) (packed >>> Integer.SIZE));
  }
}
