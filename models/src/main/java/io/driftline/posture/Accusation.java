package io.driftline.posture;

import java.util.Objects;

/**
 * That an agent acted with an authority which was not enough, or that this was said wrongly. It is
 * made once what the registry says of that time is known.
 *
 * @param rule {@link PostureRule#AUTHORITY_BYPASS}, {@link PostureRule#REQUESTER_NOT_ACTIVE} or
 *     {@link PostureRule#WIDENED_CHAIN}
 * @param agentId the agent that acted
 * @param subject who lacked what: the user, or the agent through which it was called, and the right
 * @param time of the latest action it is about, epoch milliseconds
 * @param eventId of that action
 * @param count how many actions it is about, at least 1
 * @param withdrawn whether the registry now says that the authority was enough after all
 */
public record Accusation(
    PostureRule rule,
    String agentId,
    FindingSubject subject,
    long time,
    String eventId,
    long count,
    boolean withdrawn) {

  public Accusation {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(agentId, "agentId");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(eventId, "eventId");
    if (count < 1) {
      throw new IllegalArgumentException("an accusation is about at least one action: " + count);
    }
  }
}
