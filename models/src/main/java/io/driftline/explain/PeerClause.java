package io.driftline.explain;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.Dimension;
import io.driftline.feature.Feature;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** How the peers compare, in one clause without a full stop. */
final class PeerClause {

  /** Values that are shared by nature; that no peer has an agent's own credential says nothing. */
  private static final Set<Dimension> COMPARABLE =
      EnumSet.of(Dimension.SYSTEM, Dimension.PERMISSION, Dimension.ACTION, Dimension.SCOPE);

  private PeerClause() {}

  /**
   * @param cohort name of the peers together, the agent among them
   * @param order the features, those that carried the score first
   */
  static String of(
      AgentAction action, String cohort, Surroundings surroundings, Stream<Feature> order) {
    String name = PlainText.of(cohort);
    if (surroundings.peers() < 2) {
      return "no peers are known to compare with in cohort " + name;
    }
    String agents =
        "the %s agents of cohort %s".formatted(Numbers.quantity(surroundings.peers()), name);
    return order
        .map(feature -> comparison(surroundings.values(), feature.dimension()))
        .filter(Objects::nonNull)
        .findFirst()
        .map(
            compared ->
                using(compared)
                    + agents
                    + verb(compared)
                    + ValuePhrases.participle(compared, action))
        .orElse(agents + " tell nothing more: no surprising value is one that peers share");
  }

  private static ValueComparison comparison(List<ValueComparison> values, Dimension dimension) {
    return values.stream()
        .filter(each -> each.dimension() == dimension && COMPARABLE.contains(dimension))
        .findFirst()
        .orElse(null);
  }

  private static String using(ValueComparison compared) {
    return (compared.peersUsing() <= 0 ? "none" : Numbers.quantity(compared.peersUsing())) + " of ";
  }

  private static String verb(ValueComparison compared) {
    return compared.peersUsing() <= 1 ? " has " : " have ";
  }
}
