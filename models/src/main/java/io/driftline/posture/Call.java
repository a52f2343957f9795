package io.driftline.posture;

import io.driftline.activity.AgentAction;
import io.driftline.activity.Requester;
import io.driftline.registry.Authority;
import io.driftline.registry.AuthorityVerdict;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What one action says about who had called the agent that acted.
 *
 * @param agentId the agent that acted
 * @param callerId the agent that called it, which may be itself; {@code null} if none is named
 * @param requester who asked, if that is no agent; {@code null} if nobody is named
 * @param time of the action, epoch milliseconds
 */
public record Call(String agentId, String callerId, Requester requester, long time)
    implements Comparable<Call> {

  private static final Comparator<String> ABSENT_FIRST =
      Comparator.nullsFirst(Comparator.naturalOrder());
  private static final Comparator<Call> ORDER =
      Comparator.comparingLong(Call::time)
          .thenComparing(Call::agentId)
          .thenComparing(Call::callerId, ABSENT_FIRST)
          .thenComparing(Call::requesterId, ABSENT_FIRST);

  public Call {
    Objects.requireNonNull(agentId, "agentId");
  }

  /**
   * What an action says. The parent is who called; a requesting agent is, if no parent is named.
   */
  public static Call of(AgentAction action) {
    Requester requester = action.requester();
    boolean byAgent = requester != null && requester.type() == Requester.Type.AGENT;
    String caller = action.parentAgentId();
    if (caller == null && byAgent) {
      caller = requester.id();
    }
    return new Call(action.agentId(), caller, byAgent ? null : requester, action.timeMillis());
  }

  /** Whether an agent called, so that who asked first may be somebody else. */
  public boolean isDelegated() {
    return callerId != null;
  }

  /** Whether the agent is named as its own caller: a step of what it does anyway. */
  public boolean isByItself() {
    return agentId.equals(callerId);
  }

  /** Whether others learn anything from it. */
  public boolean saysSomething() {
    return requester != null || callerId != null && !isByItself();
  }

  /** With whose authority the agent acted, by this action alone; not judged yet. */
  public Authority authority() {
    List<String> chain = isDelegated() && !isByItself() ? List.of(callerId) : List.of();
    return new Authority(AuthorityVerdict.UNKNOWN, requester, chain);
  }

  /** The earlier one first; those of one time in an order that hangs on what they say alone. */
  @Override
  public int compareTo(Call other) {
    return ORDER.compare(this, other);
  }

  private String requesterId() {
    return requester == null ? null : requester.id();
  }
}
