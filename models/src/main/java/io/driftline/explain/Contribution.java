package io.driftline.explain;

import io.driftline.feature.Feature;
import java.util.Objects;

/**
 * How much one feature carried the score.
 *
 * @param feature what was surprising
 * @param bits its value for this action, at least 0
 * @param usualBits its median over the rows the model was trained on; 0 while there is no model,
 *     since a usual value surprises by little
 * @param share of all positive contributions to the leading detector's score, above 0 and at most 1
 */
public record Contribution(Feature feature, double bits, double usualBits, double share) {

  public Contribution {
    Objects.requireNonNull(feature, "feature");
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "share of %s must lie in (0, 1], was %s".formatted(feature.code(), share));
    }
  }
}
