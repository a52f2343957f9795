package io.driftline.explain;

import io.driftline.feature.Feature;
import io.driftline.forest.ModelArtifact;
import java.util.List;

/** What the surprises of a session add up to, in one clause without a full stop. */
final class SessionClause {

  private static final int MOST_SIDES = 3;

  private SessionClause() {}

  /**
   * @param ranked what the load consists of, biggest first; not empty
   * @param features the vector that was scored, in bits
   * @param model whose rows tell the usual load
   */
  static String of(List<Contribution> ranked, double[] features, ModelArtifact model) {
    List<Feature> biggest = ranked.stream().limit(MOST_SIDES).map(Contribution::feature).toList();
    return "the surprises of its session add up to %s bits, where %s are usual, mostly from its"
            .formatted(
                Numbers.quantity(features[Feature.SESSION_LOAD.ordinal()]),
                Numbers.quantity(Contributions.usual(Feature.SESSION_LOAD, model)))
        + " "
        + Sides.nouns(biggest);
  }
}
