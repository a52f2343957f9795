package io.driftline.registry;

import io.driftline.activity.AgentKind;
import java.util.Objects;

/**
 * What the organisation says about one agent, as far as the detector needs it.
 *
 * @param agentId the agent's id, never empty
 * @param kind who stands behind the agent; {@code null} when unknown
 * @param owner the accountable person or team; {@code null} when nobody is named
 * @param purpose what the agent is for; agents of one kind and purpose are peers; {@code null} when
 *     not declared
 */
public record AgentRecord(String agentId, AgentKind kind, String owner, String purpose) {

  public AgentRecord {
    Objects.requireNonNull(agentId, "agent_id");
  }
}
