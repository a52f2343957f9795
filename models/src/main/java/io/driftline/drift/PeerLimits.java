package io.driftline.drift;

/**
 * From when on an agent has come to differ from its peers. Distances are those of Jensen and
 * Shannon, in [0, 1].
 *
 * @param leastRise by how much the distance exceeds its mean in the reference window, beyond what
 *     the cohort's median agent does, in (0, 1)
 * @param leastMargin by how much it exceeds the reference's largest, in [0, 1)
 * @param daysInRow on so many closed days without a gap both must hold, 1 to {@value #MOST_DAYS}
 * @param significance largest p-value, in (0, 1]; see {@link PeerRanks}
 */
public record PeerLimits(double leastRise, double leastMargin, int daysInRow, double significance) {

  /** As many days beyond the two windows as are kept, so that the first has its whole reference. */
  private static final int MOST_DAYS = 3;

  public PeerLimits {
    require(leastRise > 0 && leastRise < 1, "leastRise in (0, 1)", leastRise);
    require(leastMargin >= 0 && leastMargin < 1, "leastMargin in [0, 1)", leastMargin);
    require(daysInRow >= 1 && daysInRow <= MOST_DAYS, "daysInRow 1 to " + MOST_DAYS, daysInRow);
    require(significance > 0 && significance <= 1, "significance in (0, 1]", significance);
  }

  /** Chosen on simulated enterprises for at most one false alarm in ten agent-years. */
  public static PeerLimits defaults() {
    return new PeerLimits(0.12, 0.05, 3, 0.05);
  }

  /** The same, with both distances divided by {@code sensitivity}: above 1 more is found. */
  public PeerLimits withSensitivity(double sensitivity) {
    return new PeerLimits(
        Math.min(0.99, leastRise / sensitivity),
        Math.min(0.99, leastMargin / sensitivity),
        daysInRow,
        significance);
  }

  private static void require(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException("peer limits: " + rule + " must hold, was " + value);
    }
  }
}
