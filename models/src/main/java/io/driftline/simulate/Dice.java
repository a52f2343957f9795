package io.driftline.simulate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A seeded source of randomness: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). Written out here,
 * on {@link StrictMath}, so that a seed gives the same enterprise on every JDK and processor.
 */
final class Dice {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  Dice(long seed) {
    state = seed;
  }

  /** A well-mixed combination of two numbers: independent streams come from distinct labels. */
  static long mix(long seed, long label) {
    return scramble(seed + GOLDEN_GAMMA * (scramble(label + GOLDEN_GAMMA) | 1));
  }

  private static long scramble(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  long nextLong() {
    state += GOLDEN_GAMMA;
    return scramble(state);
  }

  /** Uniform in [0, 1). */
  double uniform() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /** Uniform in [0, bound); {@code bound} at least 1. */
  int below(int bound) {
    return (int) (((nextLong() >>> 33) * bound) >>> 31);
  }

  /** Uniform in [low, high], both included. */
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** Every order is equally likely: each item goes to any place among those before it. */
  <T> List<T> shuffled(Collection<T> items) {
    List<T> order = new ArrayList<>(items.size());
    for (T item : items) {
      order.add(below(order.size() + 1), item);
    }
    return order;
  }

  /** Standard normal (Box and Muller 1958). */
  double gaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
  }

  double logNormal(double median, double sigma) {
    return median * StrictMath.exp(sigma * gaussian());
  }

  /**
   * A rank in [0, count) with a long tail: log-uniform, which is Zipf's law with exponent 1 (rank k
   * has a share of about 1/k).
   */
  int skewed(int count) {
    int rank = (int) StrictMath.exp(uniform() * StrictMath.log(count + 1.0)) - 1;
    return Math.min(rank, count - 1);
  }

  /** Poisson by Knuth's product of uniforms; by the normal approximation from a mean of 30 on. */
  int poisson(double mean) {
    if (mean >= 30) {
      return (int) Math.max(0, StrictMath.rint(mean + StrictMath.sqrt(mean) * gaussian()));
    }
    double limit = StrictMath.exp(-mean);
    int count = 0;
    for (double product = uniform(); product > limit; product *= uniform()) {
      count++;
    }
    return count;
  }
}
