package io.driftline.decide;

import io.driftline.activity.AgentKind;
import java.util.Locale;

/**
 * How soon somebody should look, from how rare the action is and how far a mistake of such an agent
 * reaches.
 *
 * <table>
 *   <caption>The least shown score of each severity; below {@code medium} it is {@code low}</caption>
 *   <tr><th>agent kind</th><th>medium</th><th>high</th><th>critical</th></tr>
 *   <tr><td>organizational, or unknown</td><td>75</td><td>85</td><td>95</td></tr>
 *   <tr><td>third party</td><td>75</td><td>90</td><td>100</td></tr>
 *   <tr><td>personal: bounded by its owner's rights</td><td>80</td><td>95</td><td>never</td></tr>
 * </table>
 */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  private static final double NEVER = Double.POSITIVE_INFINITY;
  private static final Levels BROAD = new Levels(75, 85, 95);
  private static final Levels THIRD_PARTY = new Levels(75, 90, 100);
  private static final Levels PERSONAL = new Levels(80, 95, NEVER);

  /**
   * The severity by the table above.
   *
   * @param shownScore 0 to 100
   * @param kind {@code null} if unknown, which is judged like the broadest
   */
  public static Severity of(double shownScore, AgentKind kind) {
    if (!(shownScore >= 0 && shownScore <= 100)) {
      throw new IllegalArgumentException("a shown score lies in [0, 100], this is " + shownScore);
    }
    return levels(kind).of(shownScore);
  }

  /** The name used in outputs, for example {@code high}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Levels levels(AgentKind kind) {
    if (kind == null) {
      return BROAD;
    }
    return switch (kind) {
      case PERSONAL -> PERSONAL;
      case THIRD_PARTY -> THIRD_PARTY;
      case ORGANIZATIONAL -> BROAD;
    };
  }

  private record Levels(double medium, double high, double critical) {

    Severity of(double score) {
      if (score >= critical) {
        return CRITICAL;
      }
      return score >= high ? HIGH : score >= medium ? MEDIUM : LOW;
    }
  }
}
