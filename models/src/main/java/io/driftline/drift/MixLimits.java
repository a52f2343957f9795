package io.driftline.drift;

import java.io.Serializable;

/**
 * When a mix has shifted.
 *
 * @param distance Jensen–Shannon distance beyond chance that matters, in (0, 1)
 * @param falseDiscoveryRate over the dimensions of one agent on one day, in (0, 1)
 * @param permutations most permutations of days that are drawn, at least 99
 */
public record MixLimits(double distance, double falseDiscoveryRate, int permutations)
    implements Serializable {

  public MixLimits {
    DriftSettings.require(distance > 0 && distance < 1, "distance must lie in (0, 1)", distance);
    DriftSettings.require(
        falseDiscoveryRate > 0 && falseDiscoveryRate < 1,
        "falseDiscoveryRate must lie in (0, 1)",
        falseDiscoveryRate);
    DriftSettings.require(permutations >= 99, "permutations must be at least 99", permutations);
  }

  MixLimits withSensitivity(double sensitivity) {
    return new MixLimits(
        Math.min(0.99, distance / sensitivity),
        Math.min(0.5, falseDiscoveryRate * sensitivity),
        permutations);
  }
}
