package io.driftline.job.profile;

import io.driftline.activity.AgentAction;
import io.driftline.explain.Surroundings;
import io.driftline.posture.Standing;
import io.driftline.registry.Authority;
import java.util.Objects;

/**
 * What an anomaly is made of, if the action turns out to be one.
 *
 * @param action what was done
 * @param surroundings the surprising values beside the usual ones
 * @param authority with whose authority it was done; {@code null} where nobody judges that
 * @param standing what the registry says about the agent; {@code null} where it says nothing
 */
public record Evidence(
    AgentAction action, Surroundings surroundings, Authority authority, Standing standing) {

  public Evidence {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(surroundings, "surroundings");
  }
}
