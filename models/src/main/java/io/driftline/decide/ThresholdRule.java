package io.driftline.decide;

import io.driftline.activity.AgentKind;
import io.driftline.explain.PlainText;
import io.driftline.forest.Detector;
import java.io.Serializable;
import java.util.Objects;

/**
 * From which score on actions of some agents are raised.
 *
 * @param scope for whom it holds
 * @param name code of the kind, cohort or id of the agent, up to {@value #MOST_CHARACTERS}
 *     characters; {@code null} for all agents
 * @param detector which detector's scores it is about; {@code null} for all
 * @param line the alert line, 0 to 100, itself raised
 */
public record ThresholdRule(ThresholdScope scope, String name, Detector detector, double line)
    implements Serializable {

  /** Longest name of a kind, cohort or agent. */
  public static final int MOST_CHARACTERS = 1_024;

  public ThresholdRule {
    Objects.requireNonNull(scope, "scope");
    requireName(scope, name);
    if (!(line >= 0 && line <= 100)) {
      throw new IllegalArgumentException("line must lie in [0, 100], was " + line);
    }
  }

  /** Whom and what it is about, for example {@code agent a1, detector surprise}. */
  public String target() {
    String whom = name == null ? scope.code() : scope.code() + " " + PlainText.of(name);
    return detector == null ? whom : whom + ", detector " + detector.code();
  }

  private static void requireName(ThresholdScope scope, String name) {
    if (scope == ThresholdScope.GLOBAL) {
      if (name != null) {
        throw new IllegalArgumentException(
            "a global rule names nobody, this names " + PlainText.of(name));
      }
      return;
    }
    if (name == null || name.isEmpty() || name.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "a rule for scope %s must name one, in 1 to %d characters"
              .formatted(scope.code(), MOST_CHARACTERS));
    }
    if (scope == ThresholdScope.KIND && AgentKind.ofCode(name) == null) {
      throw new IllegalArgumentException(
          "%s is no kind of agents: personal, third_party or organizational"
              .formatted(PlainText.of(name)));
    }
  }
}
