package io.driftline.drift;

/** The binomial distribution. */
final class Binomial {

  private Binomial() {}

  /** P(N ≥ k) of the number N of successes in {@code n} trials, each with the given chance. */
  static double tail(long n, long k, double chance) {
    if (k <= 0) {
      return 1;
    }
    double odds = chance / (1 - chance);
    double term = StrictMath.pow(1 - chance, n);
    double tail = 0;
    for (long i = 0; i <= n; i++) {
      tail += i >= k ? term : 0;
      term *= odds * (n - i) / (i + 1);
    }
    return tail;
  }
}
