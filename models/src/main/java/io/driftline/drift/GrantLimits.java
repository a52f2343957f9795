package io.driftline.drift;

/**
 * When grants are growth, see {@link GrantGrowth}.
 *
 * @param apartDays what is granted within so many days belongs to one step, at least 1
 * @param stepsPerDay how many steps a day are usual, at least 0
 * @param limit how many more than usual are growth, above 0
 * @param leastRights by how many rights the agent must hold more, at least 1
 * @param leastShare by what share of those it held before, at least 0
 */
public record GrantLimits(
    int apartDays, double stepsPerDay, double limit, int leastRights, double leastShare) {

  public GrantLimits {
    require(apartDays >= 1, "apartDays at least 1", apartDays);
    require(stepsPerDay >= 0, "stepsPerDay at least 0", stepsPerDay);
    require(limit > 0, "limit above 0", limit);
    require(leastRights >= 1, "leastRights at least 1", leastRights);
    require(leastShare >= 0, "leastShare at least 0", leastShare);
  }

  /** Four steps within 24 days, five within 44, and so on; at least three rights and a tenth. */
  public static GrantLimits defaults() {
    return new GrantLimits(3, 1 / 20.0, 2.8, 3, 0.1);
  }

  private static void require(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException("grant limits: " + rule + " must hold, was " + value);
    }
  }
}
