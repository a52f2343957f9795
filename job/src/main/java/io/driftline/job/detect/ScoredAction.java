package io.driftline.job.detect;

import io.driftline.activity.AgentAction;
import java.util.Objects;

/**
 * The score of one action, alert or not: what an evaluation needs.
 *
 * @param eventId the action's event
 * @param agentId its agent
 * @param sessionId the session id that the event stated; {@code null} if none
 * @param score for ranking, at least 0, not capped
 * @param alert whether it was raised as an anomaly
 */
public record ScoredAction(
    String eventId, String agentId, String sessionId, double score, boolean alert) {

  public ScoredAction {
    Objects.requireNonNull(eventId, "eventId");
    Objects.requireNonNull(agentId, "agentId");
  }

  /** What an evaluation needs of an action that was judged. */
  public static ScoredAction of(JudgedAction judged) {
    AgentAction action = judged.profiled().action();
    return new ScoredAction(
        action.eventId(), action.agentId(), action.sessionId(), judged.score(), judged.alert());
  }
}
