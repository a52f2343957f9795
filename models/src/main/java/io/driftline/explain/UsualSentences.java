package io.driftline.explain;

import io.driftline.activity.AgentAction;
import io.driftline.feature.Feature;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What is usual on each surprising side of an action, with numbers. */
final class UsualSentences {

  /** As rare as one in four: below this a session is not worth calling risky. */
  static final double RISKY_BITS = 2;

  private final AgentAction action;
  private final Surroundings surroundings;
  private final double sessionRisk;
  private final ValueClause values;

  UsualSentences(AgentAction action, Surroundings surroundings, double[] features) {
    this.action = action;
    this.surroundings = surroundings;
    this.sessionRisk = features[Feature.SESSION_RISK.ordinal()];
    this.values = new ValueClause(action, surroundings.actions());
  }

  /** One sentence per surprising side, the sides that carried the score first. */
  List<String> of(List<Contribution> ranked) {
    return inOrder(ranked)
        .map(this::clause)
        .filter(Objects::nonNull)
        .distinct()
        .map(UsualSentences::sentence)
        .toList();
  }

  /**
   * What is usual on the side this feature looks at; {@code null} if that side is not surprising.
   */
  String clause(Feature feature) {
    if (feature == Feature.SESSION_RISK) {
      return session();
    }
    return feature.dimension() == null ? level(feature) : value(feature);
  }

  /** The event that made the session risky before this one; {@code null} if none did. */
  String riskyEvent() {
    String event = surroundings.riskyEventId();
    return sessionRisk >= RISKY_BITS && !action.eventId().equals(event) ? event : null;
  }

  /** Every feature once, those that carried the score first. */
  static Stream<Feature> inOrder(List<Contribution> ranked) {
    Set<Feature> order = new LinkedHashSet<>();
    ranked.forEach(each -> order.add(each.feature()));
    order.addAll(List.of(Feature.values()));
    return order.stream();
  }

  /** The clause as a sentence of its own. */
  static String sentence(String clause) {
    return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1) + ".";
  }

  private String session() {
    String event = riskyEvent();
    return event == null ? null : "the session has been risky since event " + PlainText.of(event);
  }

  private String level(Feature feature) {
    return surroundings.levels().stream()
        .filter(level -> level.feature() == feature)
        .map(level -> LevelClause.of(level, action))
        .findFirst()
        .orElse(null);
  }

  private String value(Feature feature) {
    return surroundings.values().stream()
        .filter(value -> value.dimension() == feature.dimension())
        .map(values::of)
        .findFirst()
        .orElse(null);
  }
}
