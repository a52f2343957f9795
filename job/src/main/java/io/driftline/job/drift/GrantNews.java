package io.driftline.job.drift;

import io.driftline.registry.RegistryChange;
import java.util.Objects;

/**
 * What is to be known of an agent's grants: exactly one of the last two.
 *
 * @param agentId whom it concerns; the key of the stage
 * @param change what the registry says of the agent
 * @param acceptance that somebody accepted a drift of it
 */
public record GrantNews(String agentId, RegistryChange change, DriftAcceptance acceptance) {

  public GrantNews {
    Objects.requireNonNull(agentId, "agentId");
    if ((change == null) == (acceptance == null)) {
      throw new IllegalArgumentException("either a change or an acceptance must be there");
    }
  }

  static GrantNews of(RegistryChange change) {
    return new GrantNews(change.id(), change, null);
  }

  static GrantNews of(DriftAcceptance acceptance) {
    return new GrantNews(acceptance.agentId(), null, acceptance);
  }
}
