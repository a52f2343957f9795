package io.driftline.posture;

import static io.driftline.posture.Severity.CRITICAL;
import static io.driftline.posture.Severity.HIGH;
import static io.driftline.posture.Severity.LOW;
import static io.driftline.posture.Severity.MEDIUM;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every rule of governance: its id, how bad it is for an agent of middling reach, what it means and
 * what to do. How it is judged is the business of one small class each.
 */
public enum PostureRule {
  OWNERLESS_AGENT(
      MEDIUM, "The agent has no owner", "Name a person who answers for the agent, or retire it."),
  OWNER_NOT_ACTIVE(
      HIGH,
      "The agent's owner has left or is disabled, or is nobody we know",
      "Hand the agent over to an active owner, who reviews its grants."),
  UNREGISTERED_AGENT(
      HIGH,
      "The agent acts without being registered",
      "Find out who runs it; register it with an owner, a purpose and grants, or block it."),
  NO_GRANT(
      HIGH,
      "The agent used a permission that was never granted to it",
      "Take the permission away where it comes from, or grant it in the registry after a review."),
  EXPIRED_GRANT_USED(
      HIGH,
      "The agent used a permission after its grant had expired",
      "Take the permission away in the system itself, or renew the grant after a review."),
  GRANT_EXPIRED(
      LOW,
      "A grant has expired and is still on record",
      "Remove the grant, or renew it after a review."),
  REVIEW_OVERDUE(
      LOW,
      "Nobody has reviewed the grant for too long",
      "Review whether the agent still needs the permission; record the review, or remove the grant."),
  UNUSED_GRANT(
      LOW,
      "The agent holds a permission that it does not use",
      "Remove the grant; it can be given again when it is needed."),
  AUTHORITY_BYPASS(
      HIGH,
      "A person got done through the agent what the person is not entitled to",
      "Check what was done. Have the agent ask for its requester's own rights, or limit who may"
          + " invoke it."),
  REQUESTER_NOT_ACTIVE(
      CRITICAL,
      "The agent acted for a person who has left or is disabled",
      "Check what was done; close the person's sessions, and whatever still runs in the person's"
          + " name."),
  INVOKER_NOT_ALLOWED(
      MEDIUM,
      "The agent was asked by somebody who may not invoke it",
      "Check what was done; enforce the list of invokers where the agent is called, or extend it."),
  OUTSIDE_PURPOSE(
      MEDIUM,
      "The agent acted on a system that its purpose does not need",
      "Take the access away, or declare the system after a review of the purpose."),
  INCOMPLETE_RECORD(
      LOW,
      "Actions are logged without requester or result",
      "Have the agent's platform log on whose behalf it acts, and how the system answered."),
  DORMANT_AGENT_USED(
      MEDIUM,
      "The agent acts again after it had been silent for long",
      "Ask its owner who uses it again and what for. Retire it if nobody needs it, and rotate its"
          + " credentials."),
  UNKNOWN_CREDENTIAL(
      HIGH,
      "The agent authenticated with a credential that is not registered for it",
      "Find out where the credential comes from; register it, or revoke it."),
  SHARED_CREDENTIAL(
      HIGH,
      "Several agents use one credential",
      "Give each agent a credential of its own and rotate the shared one."),
  ROTATED_CREDENTIAL_USED(
      HIGH,
      "The agent used a credential that had been rotated",
      "Revoke the old credential where it is accepted; check who else has it."),
  DORMANT_CREDENTIAL_USED(
      MEDIUM,
      "A credential was used that had been silent for long",
      "Check what was done with it; rotate it, or revoke it if nobody needs it."),
  BEYOND_OWNER(
      HIGH,
      "A personal agent did what its owner is not entitled to",
      "Limit the agent to its owner's own rights."),
  WIDENED_CHAIN(
      HIGH,
      "An agent did for another agent what the other may not do itself",
      "Check what was done; have the called agent enforce the caller's rights.");

  private static final Map<String, PostureRule> BY_ID =
      Stream.of(values()).collect(Collectors.toMap(PostureRule::id, Function.identity()));

  private final Severity severity;
  private final String title;
  private final String remedy;

  PostureRule(Severity severity, String title, String remedy) {
    this.severity = severity;
    this.title = title;
    this.remedy = remedy;
  }

  /** The rule's id in outputs, for example {@code no_grant}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The rule with this id, or {@code null} if there is none. */
  public static PostureRule ofId(String id) {
    return BY_ID.get(id);
  }

  /** How bad it is for an organizational agent of narrow reach. */
  public Severity severity() {
    return severity;
  }

  /** What is wrong, in a few words. */
  public String title() {
    return title;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }
}
