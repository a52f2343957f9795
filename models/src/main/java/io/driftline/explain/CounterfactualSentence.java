package io.driftline.explain;

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
            .formatted(Sides.nouns(found.changed()), score, line)
        : "Even with its %s as usual, the score would have been %s, not below %s."
            .formatted(Sides.nouns(found.changed()), score, line);
  }
}
