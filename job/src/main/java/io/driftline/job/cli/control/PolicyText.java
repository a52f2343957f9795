package io.driftline.job.cli.control;

import io.driftline.decide.ThresholdPolicy;
import io.driftline.decide.ThresholdRule;
import io.driftline.explain.PlainText;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shows policies for a terminal, and what differs between two. */
final class PolicyText {

  private PolicyText() {}

  /** A line for each setting. */
  static String of(ThresholdPolicy policy) {
    StringBuilder out = new StringBuilder();
    settings(policy).forEach((what, value) -> out.append("%s: %s%n".formatted(what, value)));
    return out.toString();
  }

  /** A line for each setting that differs; empty if none does. */
  static String diff(ThresholdPolicy before, ThresholdPolicy after) {
    Map<String, Double> old = settings(before);
    Map<String, Double> now = settings(after);
    StringBuilder out = new StringBuilder();
    old.forEach(
        (what, value) -> {
          if (!now.containsKey(what)) {
            out.append("- %s: %s%n".formatted(what, value));
          } else if (!now.get(what).equals(value)) {
            out.append("~ %s: %s, was %s%n".formatted(what, now.get(what), value));
          }
        });
    now.forEach(
        (what, value) -> {
          if (!old.containsKey(what)) {
            out.append("+ %s: %s%n".formatted(what, value));
          }
        });
    return out.toString();
  }

  private static Map<String, Double> settings(ThresholdPolicy policy) {
    Map<String, Double> settings = new LinkedHashMap<>();
    for (ThresholdRule rule : policy.rules()) {
      settings.put("line of " + rule.target(), rule.line());
    }
    policy
        .sensitivity()
        .forEach((verb, level) -> settings.put("sensitivity of " + PlainText.of(verb), level));
    return settings;
  }
}
