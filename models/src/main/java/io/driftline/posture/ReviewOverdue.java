package io.driftline.posture;

import io.driftline.registry.Grant;

/** Nobody has looked at a grant that holds for too long. */
final class ReviewOverdue implements StandingRule {

  @Override
  public PostureRule rule() {
    return PostureRule.REVIEW_OVERDUE;
  }

  @Override
  public void judge(JudgedMoment moment, Verdicts verdicts) {
    for (Grant grant : moment.holding()) {
      long due =
          PostureView.millisFrom(grant.lastLookedAt()) + moment.settings().reviewAfterMillis();
      if (due <= moment.now()) {
        verdicts.broken(JudgedMoment.subjectOf(grant), due);
      } else {
        verdicts.dueAt(due);
      }
    }
  }
}
