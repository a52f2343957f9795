package io.driftline.job.evaluate;

import io.driftline.feature.FeatureGroup;
import java.util.Objects;

/**
 * The evaluations with one group of features left out.
 *
 * @param without the group
 * @param runs with the same seeds as those that have all features
 */
public record AblatedRuns(FeatureGroup without, SeedRuns runs) {

  public AblatedRuns {
    Objects.requireNonNull(without, "without");
    Objects.requireNonNull(runs, "runs");
  }
}
