package io.driftline.forest;

import java.util.stream.IntStream;

/**
 * Draws rows without replacement, by the first steps of a Fisher–Yates shuffle. Each draw continues
 * on the permutation the last one left, which is uniform all the same and costs no reset.
 */
final class Subsampler {

  private final double[][] rows;
  private final int size;
  private final Draws draws;
  private final int[] order;

  Subsampler(double[][] rows, int size, Draws draws) {
    this.rows = rows;
    this.size = size;
    this.draws = draws;
    this.order = IntStream.range(0, rows.length).toArray();
  }

  /** The next subsample; independent of those before. */
  double[][] next() {
    double[][] sample = new double[size][];
    for (int i = 0; i < size; i++) {
      int j = i + draws.below(order.length - i);
      int drawn = order[j];
      order[j] = order[i];
      order[i] = drawn;
      sample[i] = rows[drawn];
    }
    return sample;
  }
}
