package io.driftline.posture;

import io.driftline.registry.AgentRecord;
import io.driftline.registry.UserRecord;

/**
 * The owner has left, is disabled, or was taken off the registry. Of an owner of whom nothing was
 * ever said nothing is held against the agent: the owner may be a team.
 */
final class OwnerNotActive implements StandingRule {

  @Override
  public PostureRule rule() {
    return PostureRule.OWNER_NOT_ACTIVE;
  }

  @Override
  public void judge(JudgedMoment moment, Verdicts verdicts) {
    AgentRecord agent = moment.agent();
    if (agent == null || !moment.view().hasHeardOf(agent.owner(), moment.now())) {
      return;
    }
    UserRecord owner = moment.view().ownerAt(agent.owner(), moment.now());
    if (owner == null || !owner.isActive()) {
      verdicts.broken(FindingSubject.ofUser(agent.owner()), moment.now());
    }
  }
}
