package io.driftline.explain;

import io.driftline.feature.Feature;
import java.util.List;

/**
 * What would have kept an action below the alert line.
 *
 * @param changed the features put back to their usual value, in the order they were; those of one
 *     dimension go together. Empty if the score is below the line as it is, or nothing raised it
 * @param score the score that remains, at least 0, not capped; at or above the line if the most
 *     features that may be put back do not suffice
 */
public record Counterfactual(List<Feature> changed, double score) {

  public Counterfactual {
    changed = List.copyOf(changed);
  }

  /** Whether what is changed takes the score below {@code alertLine}. */
  public boolean staysBelow(double alertLine) {
    return score < alertLine;
  }
}
