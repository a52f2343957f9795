package io.driftline.explain;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.Dimension;

/** What it means that an action has a value, in words that continue "it has …". */
final class ValuePhrases {

  private static final String WEEKDAY = "weekday ";
  private static final String WEEKEND = "weekend ";

  private ValuePhrases() {}

  /** For example {@code used permission mail:send}. */
  static String participle(ValueComparison compared, AgentAction action) {
    String value = compared.observed();
    return switch (compared.dimension()) {
      case SYSTEM -> either(value, "named no system", "used system ");
      case PERMISSION -> either(value, "acted without stating a permission", "used permission ");
      case ACTION -> "done " + actionOf(action);
      case RESOURCE -> either(value, "named no resource", "touched ");
      case SCOPE -> either(value, "named no resource", "reached into ");
      case STEP -> "done this in this place";
      case NEXT_STEP -> "gone on like this from the step before";
      case CO_OCCURRENCE, RESOURCE_CO_OCCURRENCE -> "done this along with the rest of the session";
      case REQUESTER -> either(value, "acted without a requester", "acted for ");
      case CREDENTIAL -> either(value, "acted without a known credential", "used credential ");
      case NETWORK -> either(value, "come from an unknown network", "come from network ");
      case OUTCOME -> either(value, "got no recorded answer", "got the answer ");
      case HOUR -> value == null ? "been active then" : "been active " + hour(value);
      case PEER, DAY -> "done this";
    };
  }

  /** Whether the dimension counts its values per action. */
  static boolean dependsOnAction(Dimension dimension) {
    return switch (dimension) {
      case RESOURCE, SCOPE, OUTCOME -> true;
      default -> false;
    };
  }

  /** For example {@code send_email in mail}. */
  static String actionOf(AgentAction action) {
    return PlainText.of(action.action()) + " in " + PlainText.of(action.system());
  }

  private static String either(String value, String absent, String present) {
    return value == null ? absent : present + PlainText.of(value);
  }

  private static String hour(String label) {
    if (label.startsWith(WEEKDAY)) {
      return "at " + PlainText.neutral(label.substring(WEEKDAY.length())) + " on a weekday";
    }
    return label.startsWith(WEEKEND)
        ? "at " + PlainText.neutral(label.substring(WEEKEND.length())) + " on a weekend"
        : "at " + PlainText.of(label);
  }
}
