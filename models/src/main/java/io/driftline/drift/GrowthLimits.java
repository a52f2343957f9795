package io.driftline.drift;

import java.io.Serializable;

/**
 * When new systems or permissions are growth, see {@link GrowthChart}.
 *
 * @param stepsPerDay how many steps of adoption a day are usual, at least 0
 * @param limit how many more than usual are growth, above 0
 */
public record GrowthLimits(double stepsPerDay, double limit) implements Serializable {

  public GrowthLimits {
    DriftSettings.require(stepsPerDay >= 0, "stepsPerDay must be at least 0", stepsPerDay);
    DriftSettings.require(limit > 0, "the limit of growth must be above 0", limit);
  }

  GrowthLimits withSensitivity(double sensitivity) {
    return new GrowthLimits(stepsPerDay, limit / sensitivity);
  }
}
