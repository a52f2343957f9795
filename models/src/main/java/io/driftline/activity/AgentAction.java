package io.driftline.activity;

import java.time.Instant;
import java.util.Objects;

/**
 * One thing an agent did: the decoded form of one {@code agent-activity} v1 event.
 *
 * <p>Anything the event left out is {@code null} here. Absence is itself evidence (an action
 * without a requester cannot be audited), so nothing is ever filled in by guessing.
 *
 * @param eventId unique per action; the same id twice is the same action twice
 * @param time when the action happened, to the millisecond
 * @param agent who acted
 * @param requester on whose behalf; may be {@code null}
 * @param sessionId the run of the agent this action belongs to; may be {@code null}
 * @param traceId the distributed trace; may be {@code null}
 * @param parentAgentId the agent that called this one; may be {@code null}
 * @param system what was acted upon, for example {@code mail}
 * @param action what was done, for example {@code send_email}
 * @param permission the right that was used, for example {@code mail:send}; may be {@code null}
 * @param resource the object acted upon, for example a path, address or URL; may be {@code null}
 * @param outcome how the system answered; may be {@code null}
 * @param credential what the agent authenticated with; may be {@code null}
 * @param sourceIp where the call came from; may be {@code null}
 * @param bytes how much data moved, at least 0; may be {@code null}
 */
public record AgentAction(
    String eventId,
    Instant time,
    Agent agent,
    Requester requester,
    String sessionId,
    String traceId,
    String parentAgentId,
    String system,
    String action,
    String permission,
    String resource,
    Outcome outcome,
    Credential credential,
    String sourceIp,
    Long bytes) {

  public AgentAction {
    Objects.requireNonNull(eventId, "event_id");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(system, "system");
    Objects.requireNonNull(action, "action");
    if (bytes != null && bytes < 0) {
      throw new IllegalArgumentException("bytes must be at least 0, was " + bytes);
    }
  }

  /** The key of every stage that keeps state by agent. */
  public String agentId() {
    return agent.id();
  }

  /** Event time in milliseconds since the epoch. */
  public long timeMillis() {
    return time.toEpochMilli();
  }
}
