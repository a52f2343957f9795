package io.driftline.explain;

import io.driftline.activity.AgentAction;
import java.util.function.DoubleFunction;

/** Sets a level beside the usual one, in human units, in one clause without a full stop. */
final class LevelClause {

  private LevelClause() {}

  static String of(LevelComparison compared, AgentAction action) {
    return switch (compared.feature()) {
      case BYTES -> volume(compared, action);
      case SILENCE -> pause(compared);
      default -> pace(compared);
    };
  }

  private static String volume(LevelComparison compared, AgentAction action) {
    return "it moved %s with %s, where %s"
        .formatted(
            Numbers.bytes(compared.observed()),
            PlainText.of(action.action()),
            usual(compared, Numbers::bytes, "is usual"));
  }

  private static String pause(LevelComparison compared) {
    return "it comes after a pause of %s, where %s"
        .formatted(
            Numbers.minutes(compared.observed()), usual(compared, Numbers::minutes, "is usual"));
  }

  private static String pace(LevelComparison compared) {
    return "it took about %s within ten minutes, where %s"
        .formatted(
            Numbers.counted(compared.observed(), "action", "actions"),
            usual(compared, Numbers::quantity, "are usual"));
  }

  /** A spread that rounds to nothing, or is beyond measure, says nothing. */
  private static String usual(
      LevelComparison compared, DoubleFunction<String> number, String verb) {
    String typical = number.apply(compared.usual()) + " " + verb;
    if (!Double.isFinite(compared.usual() * compared.spread())) {
      return typical;
    }
    String low = number.apply(compared.usual() / compared.spread());
    String high = number.apply(compared.usual() * compared.spread());
    return low.equals(high) ? typical : "%s (mostly %s to %s)".formatted(typical, low, high);
  }
}
