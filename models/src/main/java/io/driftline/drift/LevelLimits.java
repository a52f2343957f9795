package io.driftline.drift;

import java.io.Serializable;

/**
 * When a level has shifted, see {@link LevelHistory}.
 *
 * @param allowance deviations by which a day may be off, above 0
 * @param clip most deviations that one day counts, above the allowance: one wild day makes no level
 * @param limit sum of deviations beyond the allowance from which a change is looked at, above 0
 * @param factor by which the level must be up or down, at least 1
 * @param significance the highest p-value, in (0, 1)
 */
public record LevelLimits(
    double allowance, double clip, double limit, double factor, double significance)
    implements Serializable {

  public LevelLimits {
    DriftSettings.require(allowance > 0, "allowance must be above 0", allowance);
    DriftSettings.require(clip > allowance, "clip must exceed the allowance", clip);
    DriftSettings.require(limit > 0, "the limit of levels must be above 0", limit);
    DriftSettings.require(factor >= 1, "factor must be at least 1", factor);
    DriftSettings.require(
        significance > 0 && significance < 1, "significance must lie in (0, 1)", significance);
  }

  LevelLimits withSensitivity(double sensitivity) {
    return new LevelLimits(
        allowance,
        clip,
        limit / sensitivity,
        1 + (factor - 1) / sensitivity,
        Math.min(0.5, significance * sensitivity));
  }

  /** What a day counts of its deviations. */
  double clipped(double deviations) {
    return Math.max(-clip, Math.min(clip, deviations));
  }
}
