package io.driftline.posture;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All rules about what an agent does, by what they look at. */
final class UseRules {

  /** Of the right that was used. */
  static final List<UseRule> OF_RIGHTS =
      List.of(
          new UnregisteredAgent(),
          new NoGrant(),
          new ExpiredGrantUsed(),
          new OutsidePurpose(),
          new BeyondOwner());

  /** Of who asked for it. */
  static final List<UseRule> OF_INVOKERS = List.of(new InvokerNotAllowed());

  private static final Map<PostureRule, UseRule> BY_RULE = new EnumMap<>(PostureRule.class);

  static {
    OF_RIGHTS.forEach(rule -> BY_RULE.put(rule.rule(), rule));
    OF_INVOKERS.forEach(rule -> BY_RULE.put(rule.rule(), rule));
  }

  private UseRules() {}

  /** The rule of this name, or {@code null} if it is none about uses. */
  static UseRule of(PostureRule rule) {
    return BY_RULE.get(rule);
  }
}
