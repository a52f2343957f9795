package io.driftline.job.profile;

import io.driftline.activity.AgentAction;
import io.driftline.explain.Surroundings;
import java.util.Objects;

/**
 * What an anomaly is made of, if the action turns out to be one.
 *
 * @param action what was done
 * @param surroundings the surprising values beside the usual ones
 */
public record Evidence(AgentAction action, Surroundings surroundings) {

  public Evidence {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(surroundings, "surroundings");
  }
}
