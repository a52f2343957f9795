package io.driftline.posture;

import io.driftline.registry.Grant;

/**
 * A grant that holds has not been used for long: neither since it was given, nor since the agent's
 * uses are known. One that is a pattern is used with anything under it.
 */
final class UnusedGrant implements StandingRule {

  @Override
  public PostureRule rule() {
    return PostureRule.UNUSED_GRANT;
  }

  @Override
  public void judge(JudgedMoment moment, Verdicts verdicts) {
    if (moment.watchedSince() == PostureView.NEVER) {
      return;
    }
    for (Grant grant : moment.holding()) {
      long due = idleSince(grant, moment) + moment.settings().unusedAfterMillis();
      if (due <= moment.now()) {
        verdicts.broken(JudgedMoment.subjectOf(grant), due);
      } else {
        verdicts.dueAt(due);
      }
    }
  }

  private static long idleSince(Grant grant, JudgedMoment moment) {
    long known = Math.max(PostureView.millisFrom(grant.granted()), moment.watchedSince());
    return Math.max(known, moment.rights().lastUnder(grant.right()));
  }
}
