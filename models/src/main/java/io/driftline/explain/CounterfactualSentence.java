package io.driftline.explain;

import java.util.List;

/** Says what would have kept an action below the alert line. */
final class CounterfactualSentence {

  private static final double HIGHEST_SHOWN = 100;

  private CounterfactualSentence() {}

  static String of(Counterfactual found, double alertLine) {
    String line = "the alert line of " + Numbers.score(alertLine);
    if (found.changed().isEmpty()) {
      return found.staysBelow(alertLine)
          ? "The score is below " + line + " as it is."
          : "No single side of the action would have kept it below " + line + ".";
    }
    String score = Numbers.score(Math.min(HIGHEST_SHOWN, found.score()));
    return found.staysBelow(alertLine)
        ? "Had its %s been as usual, the score would have been %s, below %s."
            .formatted(sides(found), score, line)
        : "Even with its %s as usual, the score would have been %s, not below %s."
            .formatted(sides(found), score, line);
  }

  private static String sides(Counterfactual found) {
    return enumerated(found.changed().stream().map(Sides::noun).distinct().toList());
  }

  /** {@code a, b and c}. */
  private static String enumerated(List<String> items) {
    int last = items.size() - 1;
    return last == 0
        ? items.get(0)
        : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }
}
