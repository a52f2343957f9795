package io.driftline.posture;

import io.driftline.activity.AgentKind;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.UserRecord;

/** A personal agent did what its owner is known not to be entitled to. */
final class BeyondOwner implements UseRule {

  @Override
  public PostureRule rule() {
    return PostureRule.BEYOND_OWNER;
  }

  @Override
  public FindingSubject accuses(FindingSubject used, long time, PostureView view) {
    AgentRecord agent = view.agentAt(time);
    if (used.permission() == null || agent == null || agent.kind() != AgentKind.PERSONAL) {
      return null;
    }
    UserRecord owner = agent.owner() == null ? null : view.ownerAt(agent.owner(), time);
    return owner == null || owner.isEntitled(used.system(), used.permission())
        ? null
        : FindingSubject.ofUse(agent.owner(), used.system(), used.permission());
  }
}
