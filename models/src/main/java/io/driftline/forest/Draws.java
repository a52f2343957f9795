package io.driftline.forest;

import java.util.SplittableRandom;

/**
 * Uniform numbers from a seeded generator, by arithmetic of our own: how the JDK's {@code
 * nextInt(bound)} and {@code nextDouble} use their bits may differ between releases.
 */
final class Draws {

  private static final double UNIT = 0x1p-53;

  private final SplittableRandom random;

  Draws(SplittableRandom random) {
    this.random = random;
  }

  /** From 0 to {@code bound} − 1, by multiply and shift. */
  int below(int bound) {
    return (int) (((random.nextLong() >>> 32) * bound) >>> 32);
  }

  /**
   * A number that separates {@code low} from all that is not below {@code high}.
   *
   * @param low finite
   * @param high finite, above {@code low}; their difference may overflow
   * @return above {@code low}, at most {@code high}
   */
  double cut(double low, double high) {
    double u = (random.nextLong() >>> 11) * UNIT;
    return Math.min(high, Math.max(Math.nextUp(low), low * (1 - u) + high * u));
  }
}
