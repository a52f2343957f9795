package io.driftline.posture;

import io.driftline.registry.Grant;
import java.time.Instant;

/** A grant has expired, is still on record, and nothing that holds takes its place. */
final class GrantExpired implements StandingRule {

  @Override
  public PostureRule rule() {
    return PostureRule.GRANT_EXPIRED;
  }

  @Override
  public void judge(JudgedMoment moment, Verdicts verdicts) {
    Instant now = Instant.ofEpochMilli(moment.now());
    for (Grant grant : moment.grants()) {
      if (grant.hasExpiredAt(now) && !Grants.isRenewed(grant.right(), moment)) {
        verdicts.broken(JudgedMoment.subjectOf(grant), PostureView.millisFrom(grant.expires()));
      }
    }
  }
}
