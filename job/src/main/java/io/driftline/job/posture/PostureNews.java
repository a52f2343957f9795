package io.driftline.job.posture;

import io.driftline.posture.Accusation;
import io.driftline.registry.RegistryChange;
import java.util.Objects;

/**
 * What is to be known of an agent beside its actions: exactly one of the last three.
 *
 * @param agentId whom it concerns; the key of the stage
 * @param agent what the registry says of the agent itself
 * @param owner what the registry says of somebody who owns it
 * @param accusation that it acted with too little authority
 */
public record PostureNews(
    String agentId, RegistryChange agent, RegistryChange owner, Accusation accusation) {

  public PostureNews {
    Objects.requireNonNull(agentId, "agentId");
    int present = (agent == null ? 0 : 1) + (owner == null ? 0 : 1) + (accusation == null ? 0 : 1);
    if (present != 1) {
      throw new IllegalArgumentException("exactly one thing is told at a time, got " + present);
    }
  }

  /** Event time from which it holds, or of what it is about, epoch milliseconds. */
  public long time() {
    return accusation != null ? accusation.time() : change().time();
  }

  /** What the registry says of the agent or an owner; {@code null} for an accusation. */
  public RegistryChange change() {
    return agent != null ? agent : owner;
  }

  /** What the registry says of the agent. */
  public static PostureNews ofAgent(RegistryChange change) {
    return new PostureNews(change.id(), change, null, null);
  }

  /** What the registry says of somebody who owns the agent. */
  public static PostureNews ofOwner(String agentId, RegistryChange change) {
    return new PostureNews(agentId, null, change, null);
  }

  /** That the agent acted with too little authority. */
  public static PostureNews of(Accusation accusation) {
    return new PostureNews(accusation.agentId(), null, null, accusation);
  }
}
