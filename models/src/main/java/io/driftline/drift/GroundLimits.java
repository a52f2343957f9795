package io.driftline.drift;

import java.io.Serializable;

/**
 * When an agent that goes where it hardly was before has taken new ground, see {@link NewGround}.
 *
 * @param leastHours in how many hours of the recent days it must have been there, at least 1
 * @param leastDays on how many days, at least 1
 * @param leastReferenceDays after how many days the first judgement is made, at least 1
 * @param rareShare it was hardly there before if it was in no more than this share of its hours, in
 *     [0, 1)
 * @param significance how seldom chance alone may do as much, in (0, 1]
 */
public record GroundLimits(
    int leastHours, int leastDays, int leastReferenceDays, double rareShare, double significance)
    implements Serializable {

  public GroundLimits {
    DriftSettings.require(leastHours >= 1, "hours on new ground must be at least 1", leastHours);
    DriftSettings.require(leastDays >= 1, "days on new ground must be at least 1", leastDays);
    DriftSettings.require(
        leastReferenceDays >= 1, "days before new ground must be at least 1", leastReferenceDays);
    DriftSettings.require(
        rareShare >= 0 && rareShare < 1, "rareShare must be in [0, 1)", rareShare);
    DriftSettings.require(
        significance > 0 && significance <= 1, "significance must be in (0, 1]", significance);
  }

  GroundLimits withSensitivity(double sensitivity) {
    return new GroundLimits(
        leastHours,
        leastDays,
        leastReferenceDays,
        rareShare,
        Math.min(1, significance * sensitivity));
  }
}
