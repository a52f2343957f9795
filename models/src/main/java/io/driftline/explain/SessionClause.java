package io.driftline.explain;

import io.driftline.feature.Feature;
import io.driftline.feature.SessionSum;
import io.driftline.forest.ModelArtifact;
import java.util.List;

/** What the surprises of a session add up to, in one clause without a full stop. */
final class SessionClause {

  private static final int MOST_SIDES = 3;

  private SessionClause() {}

  /**
   * @param sum which one led
   * @param ranked what it consists of, biggest first; not empty
   * @param features the vector that was scored, in bits
   * @param model whose rows tell the usual sum
   */
  static String of(
      SessionSum sum, List<Contribution> ranked, double[] features, ModelArtifact model) {
    List<Feature> biggest = ranked.stream().limit(MOST_SIDES).map(Contribution::feature).toList();
    return "%s add up to %s bits, where %s are usual, mostly from its"
            .formatted(
                what(sum),
                Numbers.quantity(features[sum.feature().ordinal()]),
                Numbers.quantity(Contributions.usual(sum.feature(), model)))
        + " "
        + Sides.nouns(biggest);
  }

  private static String what(SessionSum sum) {
    return switch (sum) {
      case LOAD -> "the surprises of its session";
      case VOLUME -> "the unusual volumes of its session";
      case REACH -> "the unusual systems its session turned to";
      case TOTAL -> "all surprises of its session, early and late,";
    };
  }
}
