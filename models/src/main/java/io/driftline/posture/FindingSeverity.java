package io.driftline.posture;

import io.driftline.activity.AgentKind;
import io.driftline.posture.BlastRadius.Reach;

/**
 * How soon somebody should look at a finding: the {@linkplain PostureRule#severity() rule's own}
 * severity,
 *
 * <ul>
 *   <li>one step up if the agent's grants reach {@link Reach#VAST};
 *   <li>one step down if it is a personal agent whose grants reach {@link Reach#NARROW};
 *   <li>as it is for all others, among them agents that are not registered, or whose grants are not
 *       declared: their reach is unknown.
 * </ul>
 */
final class FindingSeverity {

  private FindingSeverity() {}

  static Severity of(PostureRule rule, AgentKind kind, Reach reach) {
    return rule.severity().raisedBy(steps(kind, reach));
  }

  private static int steps(AgentKind kind, Reach reach) {
    if (reach == Reach.VAST) {
      return 1;
    }
    return kind == AgentKind.PERSONAL && reach == Reach.NARROW ? -1 : 0;
  }
}
