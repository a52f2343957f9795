package io.driftline.posture;

import java.util.LinkedHashMap;
import java.util.Map;

/** What all standing rules find at one moment, and when to ask them again. */
final class StandingJudgement {

  /** Since when each has been so, epoch milliseconds. */
  private final Map<FindingKey, Long> broken = new LinkedHashMap<>();

  private long nextDue;

  private StandingJudgement(long nextDue) {
    this.nextDue = nextDue;
  }

  static StandingJudgement of(String agentId, JudgedMoment moment) {
    StandingJudgement judgement = new StandingJudgement(moment.view().nextMoment(moment.now()));
    for (StandingRule rule : StandingRules.ALL) {
      rule.judge(moment, judgement.new OfRule(agentId, rule.rule()));
    }
    return judgement;
  }

  Map<FindingKey, Long> broken() {
    return broken;
  }

  /** When anything may be different; {@link PostureView#NEVER} for never. */
  long nextDue() {
    return nextDue;
  }

  private final class OfRule implements StandingRule.Verdicts {

    private final String agentId;
    private final PostureRule rule;

    OfRule(String agentId, PostureRule rule) {
      this.agentId = agentId;
      this.rule = rule;
    }

    @Override
    public void broken(FindingSubject subject, long since) {
      broken.merge(new FindingKey(agentId, rule, subject), since, Math::min);
    }

    @Override
    public void dueAt(long time) {
      nextDue = Math.min(nextDue, time);
    }
  }
}
