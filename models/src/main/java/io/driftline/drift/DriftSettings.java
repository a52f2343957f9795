package io.driftline.drift;

import java.io.Serializable;

/**
 * How drift is judged.
 *
 * @param seed every random choice follows from it
 * @param recentDays length of the recent window, at least 3
 * @param referenceDays length of the reference window before it
 * @param leastReferenceDays how much of the reference must be there before anything is judged
 * @param leastDistance Jensen–Shannon distance from which a mix has shifted, in (0, 1)
 * @param falseDiscoveryRate over the dimensions of one agent on one day, in (0, 1)
 * @param permutations most permutations of days a test draws
 * @param adoptionsPerDay how many new systems or permissions a day are usual
 * @param adoptionLimit how many more than usual are growth
 * @param levelAllowance deviations by which a level may be off for good
 * @param levelLimit sum of deviations beyond the allowance from which a level has shifted
 * @param levelClip most deviations that one day counts
 * @param acceptAfterDays after so many days a drift is the new reference, unless accepted earlier
 * @param maxValues most values counted per dimension; the lightest goes
 */
public record DriftSettings(
    long seed,
    int recentDays,
    int referenceDays,
    int leastReferenceDays,
    double leastDistance,
    double falseDiscoveryRate,
    int permutations,
    double adoptionsPerDay,
    double adoptionLimit,
    double levelAllowance,
    double levelLimit,
    double levelClip,
    int acceptAfterDays,
    int maxValues)
    implements Serializable {

  /** The open day, and two for what comes late around midnight. */
  private static final int SPARE_DAYS = 3;

  public DriftSettings {
    require(recentDays >= 3, "recentDays must be at least 3", recentDays);
    require(
        leastReferenceDays >= recentDays && referenceDays >= leastReferenceDays,
        "recentDays ≤ leastReferenceDays ≤ referenceDays must hold, the second is",
        leastReferenceDays);
    require(leastDistance > 0 && leastDistance < 1, "leastDistance in (0, 1)", leastDistance);
    require(
        falseDiscoveryRate > 0 && falseDiscoveryRate < 1,
        "falseDiscoveryRate in (0, 1)",
        falseDiscoveryRate);
    require(permutations >= 99, "permutations must be at least 99", permutations);
    require(adoptionsPerDay >= 0, "adoptionsPerDay must not be negative", adoptionsPerDay);
    require(adoptionLimit > 0, "adoptionLimit must be above 0", adoptionLimit);
    require(levelAllowance > 0, "levelAllowance must be above 0", levelAllowance);
    require(levelLimit > 0, "levelLimit must be above 0", levelLimit);
    require(levelClip > levelAllowance, "levelClip must exceed levelAllowance", levelClip);
    require(acceptAfterDays >= 1, "acceptAfterDays must be at least 1", acceptAfterDays);
    require(maxValues >= 2 && maxValues <= 4096, "maxValues must be 2 to 4096", maxValues);
  }

  /** What is measured in docs/drift.md. */
  public static DriftSettings defaults() {
    return new DriftSettings(42, 7, 30, 14, 0.32, 0.005, 1999, 1 / 20.0, 2.1, 0.5, 10, 2, 14, 64);
  }

  /** What one day counts of its deviations: one wild day does not make a level. */
  double clipped(double deviations) {
    return Math.max(-levelClip, Math.min(levelClip, deviations));
  }

  /** Days that are kept. */
  int keptDays() {
    return recentDays + referenceDays + SPARE_DAYS;
  }

  /**
   * The same, with every limit divided by {@code sensitivity}: above 1 more is found, and more in
   * vain.
   */
  public DriftSettings withSensitivity(double sensitivity) {
    return new DriftSettings(
        seed,
        recentDays,
        referenceDays,
        leastReferenceDays,
        Math.min(0.99, leastDistance / sensitivity),
        Math.min(0.5, falseDiscoveryRate * sensitivity),
        permutations,
        adoptionsPerDay,
        adoptionLimit / sensitivity,
        levelAllowance,
        levelLimit / sensitivity,
        levelClip,
        acceptAfterDays,
        maxValues);
  }

  /** The same, with drift becoming the reference after so many days. */
  public DriftSettings withAcceptAfterDays(int days) {
    return new DriftSettings(
        seed,
        recentDays,
        referenceDays,
        leastReferenceDays,
        leastDistance,
        falseDiscoveryRate,
        permutations,
        adoptionsPerDay,
        adoptionLimit,
        levelAllowance,
        levelLimit,
        levelClip,
        days,
        maxValues);
  }

  private static void require(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException("drift settings: " + rule + ", was " + value);
    }
  }
}
