package io.driftline.posture;

import io.driftline.registry.AgentRecord;

/** Nobody answers for a registered agent. */
final class OwnerlessAgent implements StandingRule {

  @Override
  public PostureRule rule() {
    return PostureRule.OWNERLESS_AGENT;
  }

  @Override
  public void judge(JudgedMoment moment, Verdicts verdicts) {
    AgentRecord agent = moment.agent();
    if (agent != null && (agent.owner() == null || agent.owner().isBlank())) {
      verdicts.broken(FindingSubject.AGENT, moment.now());
    }
  }
}
