package io.driftline.explain;

import io.driftline.feature.Feature;
import java.util.Objects;

/**
 * A level of this action beside the usual one: the numbers behind pace, volume and silence.
 *
 * @param feature {@link Feature#RATE} (actions in about ten minutes), {@link Feature#BYTES} or
 *     {@link Feature#SILENCE} (minutes since the action before)
 * @param observed the level now
 * @param usual the geometric mean of earlier levels
 * @param spread the factor by which levels usually differ from that mean, at least 1
 */
public record LevelComparison(Feature feature, double observed, double usual, double spread) {

  public LevelComparison {
    Objects.requireNonNull(feature, "feature");
  }
}
