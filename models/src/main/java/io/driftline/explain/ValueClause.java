package io.driftline.explain;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.Dimension;
import io.driftline.explain.ValueComparison.UsualValue;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Sets a value beside the usual ones, in one clause without a full stop. Shares are of decayed
 * counts, in which recent actions weigh more.
 */
final class ValueClause {

  private final AgentAction action;
  private final long actions;

  /**
   * @param action the action that has the values
   * @param actions how many actions the agent's baseline rests on
   */
  ValueClause(AgentAction action, long actions) {
    this.action = action;
    this.actions = actions;
  }

  String of(ValueComparison compared) {
    if (!(compared.total() > 0)) {
      return nothingKnown(compared.dimension());
    }
    return (compared.count() > 0 ? seldom(compared) : never(compared)) + usual(compared);
  }

  private String nothingKnown(Dimension dimension) {
    if (ValuePhrases.dependsOnAction(dimension)) {
      return "it has never done " + ValuePhrases.actionOf(action) + " before";
    }
    return dimension == Dimension.NEXT_STEP
        ? "nothing is known of what follows the step before this one"
        : "it has no history of its own yet";
  }

  private String never(ValueComparison compared) {
    return "it has never %s in %s"
        .formatted(ValuePhrases.participle(compared, action), basis(compared));
  }

  private String basis(ValueComparison compared) {
    if (isConditional(compared.dimension())) {
      return "about " + Numbers.counted(compared.total(), "case", "cases") + caseOf(compared);
    }
    return Numbers.counted(actions, "action", "actions");
  }

  private String seldom(ValueComparison compared) {
    String all = isConditional(compared.dimension()) ? "cases" + caseOf(compared) : "its actions";
    return "it has %s in %s of %s"
            .formatted(
                ValuePhrases.participle(compared, action), Numbers.percent(compared.share()), all)
        + (compared.onProbation() ? ", on too few days yet for that to be usual" : "");
  }

  private String caseOf(ValueComparison compared) {
    return ValuePhrases.dependsOnAction(compared.dimension())
        ? " of " + PlainText.of(action.action())
        : "";
  }

  private static boolean isConditional(Dimension dimension) {
    return ValuePhrases.dependsOnAction(dimension)
        || dimension == Dimension.NEXT_STEP
        || dimension == Dimension.CO_OCCURRENCE
        || dimension == Dimension.RESOURCE_CO_OCCURRENCE;
  }

  private static String usual(ValueComparison compared) {
    List<UsualValue> others =
        compared.usual().stream()
            .filter(each -> !Objects.equals(each.value(), compared.observed()))
            .toList();
    if (others.isEmpty()) {
      return "";
    }
    int more = compared.distinct() - others.size() - (compared.count() > 0 ? 1 : 0);
    String named = others.stream().map(ValueClause::named).collect(Collectors.joining(", "));
    boolean one = others.size() == 1 && more <= 0;
    return (one ? "; usual is " : "; usual are ")
        + named
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static String named(UsualValue usual) {
    String value = usual.value() == null ? "none stated" : PlainText.of(usual.value());
    return value + " (" + Numbers.percent(usual.share()) + ")";
  }
}
