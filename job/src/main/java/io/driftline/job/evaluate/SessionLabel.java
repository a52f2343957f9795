package io.driftline.job.evaluate;

import java.util.Objects;
import java.util.Set;

/**
 * What is known to be true of one session, or of one stretch of an agent that sends no session ids.
 *
 * @param sessionId {@code null} for an agent that sends none: then only its events are labelled
 * @param agentId whose session it is
 * @param phase the part of the stream it belongs to
 * @param hijacked whether somebody other than the requester steered the agent
 * @param maliciousEventIds the actions that served the attacker; may be empty even if hijacked
 * @param attack the kind of attack; {@code null} when there is none or the labels do not say
 */
public record SessionLabel(
    String sessionId,
    String agentId,
    Phase phase,
    boolean hijacked,
    Set<String> maliciousEventIds,
    String attack) {

  public SessionLabel {
    Objects.requireNonNull(agentId, "agent_id");
    Objects.requireNonNull(phase, "phase");
    maliciousEventIds = Set.copyOf(maliciousEventIds);
  }

  /** Whether the label speaks for a session, rather than for single events. */
  public boolean hasSession() {
    return sessionId != null;
  }

  /** Whether there was anything to find. */
  public boolean isAttack() {
    return hijacked || !maliciousEventIds.isEmpty();
  }
}
