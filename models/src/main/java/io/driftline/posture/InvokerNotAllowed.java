package io.driftline.posture;

import io.driftline.activity.AgentAction;
import io.driftline.registry.AgentRecord;

/**
 * The agent was asked by somebody who may not invoke it. If another agent called it for somebody,
 * it is enough that one of the two may.
 */
final class InvokerNotAllowed implements UseRule {

  /** Who asked: the requester, and the agent that called; {@code null} if nobody is named. */
  static FindingSubject invokerOf(AgentAction action) {
    String requester = action.requester() == null ? null : action.requester().id();
    String caller = action.parentAgentId();
    return requester == null && caller == null
        ? null
        : new FindingSubject(null, null, requester, null, caller);
  }

  @Override
  public PostureRule rule() {
    return PostureRule.INVOKER_NOT_ALLOWED;
  }

  @Override
  public FindingSubject accuses(FindingSubject used, long time, PostureView view) {
    AgentRecord agent = view.agentAt(time);
    return agent == null || mayInvoke(used.user(), agent) || mayInvoke(used.through(), agent)
        ? null
        : used;
  }

  private static boolean mayInvoke(String id, AgentRecord agent) {
    return id != null && agent.mayBeInvokedBy(id);
  }
}
