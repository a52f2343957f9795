package io.driftline.activity;

import java.util.Objects;

/**
 * The agent as an event names it.
 *
 * @param id the agent's id, never empty; every keyed stage is keyed by it
 * @param kind {@code null} when the event does not say
 * @param name display name; {@code null} when absent
 * @param version the agent's release; {@code null} when absent
 * @param owner the accountable person or team; {@code null} when absent
 */
public record Agent(String id, AgentKind kind, String name, String version, String owner) {

  public Agent {
    Objects.requireNonNull(id, "agent.id");
  }
}
