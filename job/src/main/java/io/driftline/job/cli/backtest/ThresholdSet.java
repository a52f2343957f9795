package io.driftline.job.cli.backtest;

import io.driftline.decide.AlertPolicy;
import io.driftline.decide.ThresholdPolicy;
import io.driftline.decide.ThresholdRule;
import io.driftline.decide.ThresholdScope;
import io.driftline.decide.Thresholds;
import io.driftline.feature.SensitivityTable;
import io.driftline.job.alert.JsonFields;
import java.util.List;
import java.util.stream.Collectors;

/** Alert lines to compare. Immutable, but not for use by several threads. */
final class ThresholdSet {

  private static final int MOST_DESCRIBED = 8;

  private final String name;
  private final double configured;
  private final ThresholdPolicy rules;
  private final AlertPolicy policy;
  private final double lowestLine;

  /**
   * @param name what the report calls it
   * @param configured the line where {@code rules} do not speak, 0 to 100
   */
  ThresholdSet(String name, double configured, ThresholdPolicy rules) {
    this.name = name;
    this.configured = configured;
    this.rules = rules;
    this.policy = new AlertPolicy(new Thresholds(configured), rules, SensitivityTable.shipped());
    this.lowestLine =
        rules.rules().stream().mapToDouble(ThresholdRule::line).reduce(configured, Math::min);
  }

  /** The same line for all. */
  static ThresholdSet ofLine(double line) {
    return new ThresholdSet("line " + JsonFields.decimal(line), line, ThresholdPolicy.NONE);
  }

  String name() {
    return name;
  }

  /** What people set. */
  ThresholdPolicy rules() {
    return rules;
  }

  /** What decides by it. */
  AlertPolicy policy() {
    return policy;
  }

  /** No line of any agent or detector is lower. */
  double lowestLine() {
    return lowestLine;
  }

  /** Whether it has lines for single detectors, so that the highest score is not enough. */
  boolean asksForDetectors() {
    return rules.rules().stream().anyMatch(rule -> rule.detector() != null);
  }

  /** The line for agents of which nothing else is said. */
  double globalLine() {
    return rules.rules().stream()
        .filter(rule -> rule.scope() == ThresholdScope.GLOBAL && rule.detector() == null)
        .mapToDouble(ThresholdRule::line)
        .findFirst()
        .orElse(configured);
  }

  /** The lines in words, the first few of them. */
  String describe() {
    List<ThresholdRule> all = rules.rules();
    String others =
        all.stream()
            .filter(rule -> rule.scope() != ThresholdScope.GLOBAL || rule.detector() != null)
            .limit(MOST_DESCRIBED)
            .map(rule -> ", %s %s".formatted(rule.target(), JsonFields.decimal(rule.line())))
            .collect(Collectors.joining());
    return "all %s%s%s"
        .formatted(
            JsonFields.decimal(globalLine()), others, all.size() > MOST_DESCRIBED + 1 ? ", …" : "");
  }
}
