package io.driftline.posture;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** All rules that need no action to be broken. */
final class StandingRules {

  static final List<StandingRule> ALL =
      List.of(
          new OwnerlessAgent(),
          new OwnerNotActive(),
          new GrantExpired(),
          new ReviewOverdue(),
          new UnusedGrant());

  private static final Set<PostureRule> NAMES = EnumSet.noneOf(PostureRule.class);

  static {
    ALL.forEach(rule -> NAMES.add(rule.rule()));
  }

  private StandingRules() {}

  /** Whether a rule is one of them. */
  static boolean contains(PostureRule rule) {
    return NAMES.contains(rule);
  }
}
