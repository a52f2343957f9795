package io.driftline.posture;

import io.driftline.registry.AgentRecord;

/** A permission was used after its grant had expired. */
final class ExpiredGrantUsed implements UseRule {

  @Override
  public PostureRule rule() {
    return PostureRule.EXPIRED_GRANT_USED;
  }

  @Override
  public PostureRule excludes() {
    return PostureRule.NO_GRANT;
  }

  @Override
  public FindingSubject accuses(FindingSubject used, long time, PostureView view) {
    AgentRecord agent = view.agentAt(time);
    return !Grants.allow(used, agent, time) && Grants.hadExpired(used, agent, time) ? used : null;
  }

  /** Taking the expired grant off the record does not: the permission may still be there. */
  @Override
  public boolean isRepaired(FindingSubject subject, long time, PostureView view) {
    return Grants.allow(subject, view.agentAt(time), time);
  }
}
