package io.driftline.decide;

import io.driftline.feature.SensitivityTable;
import io.driftline.forest.Detector;
import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that people set about what is raised: alert lines, and how much harm permissions can do.
 * Validated as a whole: there is no policy of which a part is wrong. Immutable.
 *
 * <p>The most specific rule decides: agent before cohort before kind before global; and within a
 * scope the one for the detector before the one for all.
 */
public final class ThresholdPolicy implements Serializable {

  /** Most rules of a policy. */
  public static final int MOST_RULES = 1_000;

  /** Most lines of the override of the sensitivity table. */
  public static final int MOST_LEVELS = 1_000;

  /** Nothing is set: the configured line holds. */
  public static final ThresholdPolicy NONE = new ThresholdPolicy(0, List.of(), Map.of());

  private static final long serialVersionUID = 1L;
  private static final ThresholdScope[] SCOPES = ThresholdScope.values();

  private final long version;
  private final List<ThresholdRule> rules;
  private final LinkedHashMap<String, Double> sensitivity;
  private final HashMap<Target, Double> lines = new HashMap<>();
  private final boolean byKind;

  private record Target(ThresholdScope scope, String name, Detector detector)
      implements Serializable {}

  /**
   * A policy.
   *
   * @param version counts up from 1 with each policy that is published; 0 for {@link #NONE} alone
   * @param rules in any order
   * @param sensitivity verbs, or patterns over whole names, and their levels in [0, 1], in the
   *     order in which patterns are tried; they come before those of the configured table
   * @throws IllegalArgumentException if anything is not valid: says what
   */
  public ThresholdPolicy(long version, List<ThresholdRule> rules, Map<String, Double> sensitivity) {
    this.version = version;
    this.rules = List.copyOf(rules);
    this.sensitivity = new LinkedHashMap<>(sensitivity);
    requireWithinBounds();
    for (ThresholdRule rule : this.rules) {
      requireFirst(rule, lines.putIfAbsent(targetOf(rule), rule.line()));
    }
    byKind = this.rules.stream().anyMatch(rule -> rule.scope() == ThresholdScope.KIND);
    // Says which line is wrong if one is.
    SensitivityTable.shipped().extendedBy(this.sensitivity);
  }

  /** Which policy it is; a later one has a higher version. */
  public long version() {
    return version;
  }

  /** All rules, as they were given. */
  public List<ThresholdRule> rules() {
    return rules;
  }

  /** The override of the sensitivity table, in its order; a copy. */
  public Map<String, Double> sensitivity() {
    return new LinkedHashMap<>(sensitivity);
  }

  /** Whether a rule asks for the kind of an agent; if not, it need not be looked up. */
  public boolean asksForKind() {
    return byKind;
  }

  /** Whether all detectors of all agents have the line that is configured. */
  public boolean hasNoRules() {
    return lines.isEmpty();
  }

  /**
   * The alert line for a detector's scores of an agent.
   *
   * @param configured the line where no rule speaks, 0 to 100
   * @return 0 to 100
   */
  public double line(LineSubject subject, Detector detector, double configured) {
    if (hasNoRules()) {
      return configured;
    }
    for (int i = SCOPES.length - 1; i >= 0; i--) {
      Double line = lineIn(SCOPES[i], subject.nameIn(SCOPES[i]), detector);
      if (line != null) {
        return line;
      }
    }
    return configured;
  }

  /** The table with the override before it. */
  public SensitivityTable over(SensitivityTable table) {
    return sensitivity.isEmpty() ? table : table.extendedBy(sensitivity);
  }

  private Double lineIn(ThresholdScope scope, String name, Detector detector) {
    Double own = lines.get(new Target(scope, name, detector));
    return own != null ? own : lines.get(new Target(scope, name, null));
  }

  private void requireWithinBounds() {
    boolean isEmpty = rules.isEmpty() && sensitivity.isEmpty();
    if (version < 0 || version == 0 && !isEmpty) {
      throw new IllegalArgumentException("version must be at least 1, was " + version);
    }
    requireAtMost("rules", rules.size(), MOST_RULES);
    requireAtMost("levels of sensitivity", sensitivity.size(), MOST_LEVELS);
  }

  private static void requireAtMost(String what, int count, int most) {
    if (count > most) {
      throw new IllegalArgumentException(
          "a policy has at most %d %s, this has %d: set lines by cohort or kind instead"
              .formatted(most, what, count));
    }
  }

  private static void requireFirst(ThresholdRule rule, Double before) {
    if (before != null) {
      String target = rule.target();
      throw new IllegalArgumentException(
          before == rule.line()
              ? "%s is given twice: remove one of the two".formatted(target)
              : "%s has both line %s and line %s: remove one of the two"
                  .formatted(target, before, rule.line()));
    }
  }

  private static Target targetOf(ThresholdRule rule) {
    return new Target(rule.scope(), rule.name(), rule.detector());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ThresholdPolicy that
        && version == that.version
        && rules.equals(that.rules)
        && List.copyOf(sensitivity.entrySet()).equals(List.copyOf(that.sensitivity.entrySet()));
  }

  @Override
  public int hashCode() {
    return Long.hashCode(version) * 31 + rules.hashCode();
  }

  @Override
  public String toString() {
    return "ThresholdPolicy[version %d, %d rules, %d levels]"
        .formatted(version, rules.size(), sensitivity.size());
  }
}
