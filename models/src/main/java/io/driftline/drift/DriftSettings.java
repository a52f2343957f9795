package io.driftline.drift;

import java.io.Serializable;
import java.util.Objects;

/**
 * How drift is judged.
 *
 * @param seed every random choice follows from it
 * @param recentDays length of the recent window, at least 3
 * @param referenceDays length of the reference window before it
 * @param leastReferenceDays how much of the reference must be there before anything is judged
 * @param acceptAfterDays after so many days a drift is the new reference, unless accepted earlier
 * @param maxValues most values counted per dimension; the lightest goes
 * @param mix when a mix has shifted
 * @param growth when new values are growth
 * @param level when a level has shifted
 * @param ground when new ground is taken
 */
public record DriftSettings(
    long seed,
    int recentDays,
    int referenceDays,
    int leastReferenceDays,
    int acceptAfterDays,
    int maxValues,
    MixLimits mix,
    GrowthLimits growth,
    LevelLimits level,
    GroundLimits ground)
    implements Serializable {

  /** The ages of days are stored in a byte, and a year says it all. */
  private static final int MOST_DAYS = 250;

  public DriftSettings {
    require(recentDays >= 3, "recentDays must be at least 3", recentDays);
    require(
        leastReferenceDays >= recentDays && referenceDays >= leastReferenceDays,
        "recentDays ≤ leastReferenceDays ≤ referenceDays must hold, the second is",
        leastReferenceDays);
    require(recentDays + referenceDays <= MOST_DAYS, "referenceDays is too long", referenceDays);
    require(acceptAfterDays >= 1, "acceptAfterDays must be at least 1", acceptAfterDays);
    require(maxValues >= 2 && maxValues <= 4096, "maxValues must be 2 to 4096", maxValues);
    Objects.requireNonNull(mix, "mix");
    Objects.requireNonNull(growth, "growth");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(ground, "ground");
  }

  /** What docs/drift.md reports on. */
  public static DriftSettings defaults() {
    return new DriftSettings(
        42,
        7,
        30,
        14,
        14,
        64,
        new MixLimits(0.34, 0.005, 1999),
        new GrowthLimits(1 / 20.0, 2.1),
        new LevelLimits(0.5, 2, 10, 1.8, 0.005),
        new GroundLimits(5, 3, 4, 0.02, 1e-4));
  }

  /** Days that are kept: both windows, and the open days. */
  int keptDays() {
    return recentDays + referenceDays + HourCounts.OPEN_DAYS;
  }

  /**
   * The same, with windows of other lengths; about half of the reference must be there before
   * anything is judged.
   */
  public DriftSettings withWindows(int newRecentDays, int newReferenceDays) {
    return new DriftSettings(
        seed,
        newRecentDays,
        newReferenceDays,
        Math.max(newRecentDays, newReferenceDays * 14 / 30),
        acceptAfterDays,
        maxValues,
        mix,
        growth,
        level,
        ground);
  }

  /** The same, with another seed. */
  public DriftSettings withSeed(long newSeed) {
    return with(newSeed, acceptAfterDays, mix, growth, level, ground);
  }

  /** The same, with drift becoming the reference after so many days. */
  public DriftSettings withAcceptAfterDays(int days) {
    return with(seed, days, mix, growth, level, ground);
  }

  /**
   * The same, with every limit divided by {@code sensitivity}: above 1 more is found, and more in
   * vain.
   */
  public DriftSettings withSensitivity(double sensitivity) {
    require(
        sensitivity > 0 && sensitivity < Double.POSITIVE_INFINITY,
        "sensitivity must be above 0",
        sensitivity);
    return with(
        seed,
        acceptAfterDays,
        mix.withSensitivity(sensitivity),
        growth.withSensitivity(sensitivity),
        level.withSensitivity(sensitivity),
        ground.withSensitivity(sensitivity));
  }

  private DriftSettings with(
      long newSeed,
      int days,
      MixLimits newMix,
      GrowthLimits newGrowth,
      LevelLimits newLevel,
      GroundLimits newGround) {
    return new DriftSettings(
        newSeed,
        recentDays,
        referenceDays,
        leastReferenceDays,
        days,
        maxValues,
        newMix,
        newGrowth,
        newLevel,
        newGround);
  }

  static void require(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException("drift settings: " + rule + ", was " + value);
    }
  }
}
