package io.driftline.posture;

import io.driftline.registry.AgentRecord;

/** A system was used that the agent's purpose does not need. */
final class OutsidePurpose implements UseRule {

  @Override
  public PostureRule rule() {
    return PostureRule.OUTSIDE_PURPOSE;
  }

  @Override
  public FindingSubject accuses(FindingSubject used, long time, PostureView view) {
    AgentRecord agent = view.agentAt(time);
    return agent == null || agent.declares(used.system())
        ? null
        : FindingSubject.ofRight(used.system(), null);
  }
}
