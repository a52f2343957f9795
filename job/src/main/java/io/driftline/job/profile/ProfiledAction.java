package io.driftline.job.profile;

import io.driftline.activity.AgentAction;
import io.driftline.explain.Surroundings;
import java.util.Objects;

/**
 * An action with its feature vector, and what its explanation would need of the baselines.
 *
 * @param action what was done
 * @param sessionId the session it belongs to
 * @param cohort the agent's peers
 * @param late whether it came after the watermark had passed its time
 * @param features bits of surprise by feature ordinal
 * @param surroundings the surprising values beside the usual ones
 */
public record ProfiledAction(
    AgentAction action,
    String sessionId,
    String cohort,
    boolean late,
    double[] features,
    Surroundings surroundings) {

  public ProfiledAction {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(sessionId, "sessionId");
    Objects.requireNonNull(cohort, "cohort");
    Objects.requireNonNull(surroundings, "surroundings");
  }

  /** The key of the stages by agent. */
  public String agentId() {
    return action.agentId();
  }
}
