package io.driftline.posture;

import io.driftline.activity.AgentKind;
import java.util.List;
import java.util.Objects;

/**
 * Something that is wrong by the registry, as of one moment of its life.
 *
 * @param id 16 hexadecimal digits; stays the same from opening to resolution
 * @param status where it is in its life
 * @param resolution why it is over; {@code null} while it is not
 * @param rule what is wrong
 * @param severity how soon somebody should look
 * @param agentId whose finding it is
 * @param kind the agent's kind as registered; {@code null} when unknown
 * @param owner the agent's owner as registered; {@code null} for none
 * @param subject what it is about
 * @param time when this became so, event time in epoch milliseconds
 * @param firstSeen when it was first so, epoch milliseconds
 * @param lastSeen when it was last seen to be so, epoch milliseconds
 * @param count how many actions showed it; 0 if it needs no action to be so
 * @param reach how far the agent's grants reach; {@code null} when it is not registered
 * @param evidence ids of events that show it, the earliest first; empty if it needs none
 * @param summary one sentence that names all that matters
 */
public record Finding(
    String id,
    FindingStatus status,
    Resolution resolution,
    PostureRule rule,
    Severity severity,
    String agentId,
    AgentKind kind,
    String owner,
    FindingSubject subject,
    long time,
    long firstSeen,
    long lastSeen,
    long count,
    BlastRadius.Reach reach,
    List<String> evidence,
    String summary) {

  public Finding {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(status, "status");
    if ((status == FindingStatus.RESOLVED) != (resolution != null)) {
      throw new IllegalArgumentException(
          "what is over says why, and nothing else does: %s, %s".formatted(status, resolution));
    }
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(agentId, "agentId");
    Objects.requireNonNull(subject, "subject");
    evidence = List.copyOf(evidence);
    Objects.requireNonNull(summary, "summary");
  }
}
