package io.driftline.forest;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws rows without replacement, by the first steps of a Fisher–Yates shuffle. Each draw continues
 * on the permutation the last one left, which is uniform all the same and costs no reset.
 */
final class Subsampler {

  private final double[][] rows;
  private final int size;
  private final SplittableRandom random;
  private final int[] order;

  Subsampler(double[][] rows, int size, SplittableRandom random) {
    this.rows = rows;
    this.size = size;
    this.random = random;
    this.order = IntStream.range(0, rows.length).toArray();
  }

  /** The next subsample; independent of those before. */
  List<double[]> next() {
    List<double[]> sample = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      int j = i + below(order.length - i);
      int drawn = order[j];
      order[j] = order[i];
      order[i] = drawn;
      sample.add(rows[drawn]);
    }
    return sample;
  }

  /** Multiply and shift, not {@code nextInt(bound)}, whose algorithm the JDK does not promise. */
  private int below(int bound) {
    return (int) (((random.nextLong() >>> 32) * bound) >>> 32);
  }
}
