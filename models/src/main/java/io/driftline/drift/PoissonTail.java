package io.driftline.drift;

/** How easily so many things happen by chance that are expected to happen seldom. */
final class PoissonTail {

  private PoissonTail() {}

  /** P(N ≥ n) of a Poisson number with the given mean, in (0, 1]. */
  static double atLeast(int n, double mean) {
    double term = StrictMath.exp(-mean);
    double below = 0;
    for (int i = 0; i < n; i++) {
      below += term;
      term *= mean / (i + 1);
    }
    return Math.min(1, Math.max(Double.MIN_NORMAL, 1 - below));
  }
}
