package io.driftline.decide;

import io.driftline.activity.AgentKind;
import java.util.Objects;

/**
 * Whom an alert line is looked up for.
 *
 * @param kind the registered kind, or the one that the event states; {@code null} if unknown
 * @param cohort the agent's peers
 * @param agentId the agent
 */
public record LineSubject(AgentKind kind, String cohort, String agentId) {

  public LineSubject {
    Objects.requireNonNull(cohort, "cohort");
    Objects.requireNonNull(agentId, "agentId");
  }

  /** What this scope knows it by; {@code null} for all, and where it is unknown. */
  String nameIn(ThresholdScope scope) {
    return switch (scope) {
      case GLOBAL -> null;
      case KIND -> kind == null ? null : kind.code();
      case COHORT -> cohort;
      case AGENT -> agentId;
    };
  }
}
