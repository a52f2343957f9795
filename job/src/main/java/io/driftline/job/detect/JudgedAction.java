package io.driftline.job.detect;

import io.driftline.forest.Verdict;
import io.driftline.job.profile.ProfiledAction;
import java.util.Objects;

/**
 * An action, and what was made of it: what the audit trail records.
 *
 * @param profiled the action with all that is known about it
 * @param verdict how it was scored
 * @param alert whether it was raised as an anomaly
 */
public record JudgedAction(ProfiledAction profiled, Verdict verdict, boolean alert) {

  public JudgedAction {
    Objects.requireNonNull(profiled, "profiled");
    Objects.requireNonNull(verdict, "verdict");
  }

  /** For ranking, at least 0, not capped. */
  public double score() {
    return verdict.score();
  }

  /** The score as outputs show it, from 0 to 100. */
  public double shownScore() {
    return verdict.shownScore();
  }

  /** The key of every stage that keeps state by agent. */
  public String agentId() {
    return profiled.agentId();
  }
}
