package io.driftline.drift;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Control of the false discovery rate over several tests at once (Y. Benjamini and Y. Hochberg,
 * <i>Controlling the false discovery rate</i>, JRSS B, 1995).
 */
final class FalseDiscoveries {

  private FalseDiscoveries() {}

  /**
   * Which of the tests are discoveries: with p sorted ascending, those up to the largest i with
   * p_(i) ≤ q·i/m.
   *
   * @param p one p-value per test, in (0, 1]
   * @param rate expected share of false ones among the discoveries, in (0, 1)
   */
  static boolean[] discoveries(double[] p, double rate) {
    double[] sorted = p.clone();
    Arrays.sort(sorted);
    double cut =
        IntStream.rangeClosed(1, p.length)
            .filter(i -> sorted[i - 1] <= rate * i / p.length)
            .mapToDouble(i -> sorted[i - 1])
            .max()
            .orElse(-1);
    boolean[] found = new boolean[p.length];
    for (int i = 0; i < p.length; i++) {
      found[i] = p[i] <= cut;
    }
    return found;
  }
}
