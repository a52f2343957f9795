package io.driftline.registry;

import io.driftline.activity.AgentKind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What the organisation says about one agent. A list that is {@code null} was not declared, and
 * nothing is held against it; an empty one was: nothing is allowed.
 *
 * @param agentId the agent's id, never empty
 * @param kind who stands behind the agent; {@code null} when unknown
 * @param owner the accountable person or team; {@code null} when nobody is named
 * @param vendor who made it; {@code null} when nobody is named
 * @param purpose what the agent is for; agents of one kind and purpose are peers; {@code null} when
 *     not declared
 * @param version the release that was approved; {@code null} when not said
 * @param systems the systems that its purpose needs; {@code null} when not declared
 * @param invokers ids of the users, agents and schedules that may ask it to act, {@code *} for
 *     everybody; {@code null} when not declared
 * @param grants what it may do; {@code null} when not declared
 * @param credentials what it authenticates with; {@code null} when not declared
 */
public record AgentRecord(
    String agentId,
    AgentKind kind,
    String owner,
    String vendor,
    String purpose,
    String version,
    List<String> systems,
    List<String> invokers,
    List<Grant> grants,
    List<RegisteredCredential> credentials) {

  /** Anybody may ask. */
  public static final String ANYBODY = "*";

  public AgentRecord {
    Objects.requireNonNull(agentId, "agent_id");
    systems = copied(systems);
    invokers = copied(invokers);
    grants = copied(grants);
    credentials = copied(credentials);
  }

  /** A record that declares who the agent is, and nothing of what it may do. */
  public static AgentRecord of(String agentId, AgentKind kind, String owner, String purpose) {
    return new AgentRecord(agentId, kind, owner, null, purpose, null, null, null, null, null);
  }

  /** Whether a party with this id may ask the agent to act; everybody may, if nobody is named. */
  public boolean mayBeInvokedBy(String requesterId) {
    return invokers == null || invokers.contains(ANYBODY) || invokers.contains(requesterId);
  }

  /** Whether its purpose needs this system; every one, if none is declared. */
  public boolean declares(String system) {
    return systems == null || systems.contains(Right.ANY) || systems.contains(system);
  }

  /** Whether a grant allows the use at an instant; every use, if grants are not declared. */
  public boolean isGranted(String system, String permission, Instant time) {
    return grants == null
        || grants.stream()
            .anyMatch(grant -> grant.holdsAt(time) && grant.right().covers(system, permission));
  }

  /** The rights that it holds at an instant; none, if grants are not declared. */
  public List<Right> rightsAt(Instant time) {
    return grants == null
        ? List.of()
        : grants.stream().filter(grant -> grant.holdsAt(time)).map(Grant::right).toList();
  }

  /** The credential with this id, or {@code null} if it is not among the declared ones. */
  public RegisteredCredential credential(String id) {
    return credentials == null
        ? null
        : credentials.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
  }

  private static <T> List<T> copied(List<T> list) {
    return list == null ? null : List.copyOf(list);
  }
}
