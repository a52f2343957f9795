package io.driftline.posture;

import io.driftline.registry.AgentRecord;

/** A permission was used that no grant on record allows, nor ever did. */
final class NoGrant implements UseRule {

  @Override
  public PostureRule rule() {
    return PostureRule.NO_GRANT;
  }

  @Override
  public PostureRule excludes() {
    return PostureRule.EXPIRED_GRANT_USED;
  }

  @Override
  public FindingSubject accuses(FindingSubject used, long time, PostureView view) {
    AgentRecord agent = view.agentAt(time);
    return Grants.allow(used, agent, time) || Grants.hadExpired(used, agent, time) ? null : used;
  }

  @Override
  public boolean isRepaired(FindingSubject subject, long time, PostureView view) {
    return Grants.allow(subject, view.agentAt(time), time);
  }
}
