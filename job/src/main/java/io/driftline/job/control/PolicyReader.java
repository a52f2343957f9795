package io.driftline.job.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.driftline.decide.ThresholdPolicy;
import io.driftline.decide.ThresholdRule;
import io.driftline.decide.ThresholdScope;
import io.driftline.explain.PlainText;
import io.driftline.forest.Detector;
import io.driftline.job.ingest.Rejection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a {@link ThresholdPolicy} from a tree, be it of a message or of a file, and finds all that
 * is wrong with it. A number may be written as a text, since in a tree of YAML all scalars are.
 */
public final class PolicyReader {

  /** Fields of a policy besides its version. */
  public static final List<String> FIELDS = List.of("rules", "sensitivity");

  /** Fields of a rule. */
  public static final List<String> RULE_FIELDS = List.of("scope", "name", "detector", "line");

  private static final BigDecimal MOST_LINE = BigDecimal.valueOf(100);

  private final List<PolicyFault> faults = new ArrayList<>();
  private final List<ThresholdRule> rules = new ArrayList<>();
  private final Map<String, Double> sensitivity = new LinkedHashMap<>();
  private final Map<String, Integer> targets = new HashMap<>();

  private PolicyReader() {}

  /**
   * Reads what is set.
   *
   * @param policy an object with the list {@code rules} and the object {@code sensitivity}; either
   *     may be missing
   */
  public static PolicyReader read(JsonNode policy) {
    PolicyReader reader = new PolicyReader();
    reader.readRules(policy.path("rules"));
    reader.readSensitivity(policy.path("sensitivity"));
    return reader;
  }

  /** What is wrong, in the order of the tree. */
  public List<PolicyFault> faults() {
    return List.copyOf(faults);
  }

  /**
   * The policy; there must be no {@link #faults}.
   *
   * @throws IllegalArgumentException if something is wrong with it as a whole
   */
  public ThresholdPolicy policy(long version) {
    return new ThresholdPolicy(version, rules, sensitivity);
  }

  private void readRules(JsonNode list) {
    if (isGiven(list) && !list.isArray()) {
      add("rules", Rejection.WRONG_TYPE, "rules is no list; write [] if there are none");
    } else if (list.size() > ThresholdPolicy.MOST_RULES) {
      add(
          "rules",
          Rejection.TOO_MANY,
          "rules has %d entries; at most %d are kept: set lines by cohort or kind instead"
              .formatted(list.size(), ThresholdPolicy.MOST_RULES));
    } else {
      for (int i = 0; i < list.size(); i++) {
        readRule(list.get(i), "rules[" + i + "]");
      }
    }
  }

  private void readRule(JsonNode node, String path) {
    int before = faults.size();
    if (!node.isObject()) {
      add(path, Rejection.WRONG_TYPE, path + " is no rule; expected scope, name and line");
      return;
    }
    ThresholdScope scope =
        constant(node, path, "scope", ThresholdScope.values(), ThresholdScope::code);
    Detector detector = constant(node, path, "detector", Detector.values(), Detector::code);
    Double line = number(node.path("line"), path + ".line", MOST_LINE);
    String name = text(node, path, "name");
    if (scope == null && faults.size() == before) {
      add(path + ".scope", Rejection.MISSING_FIELD, path + ".scope is missing; " + scopes());
    }
    if (faults.size() == before) {
      put(path, scope, name, detector, line);
    }
  }

  private void put(String path, ThresholdScope scope, String name, Detector detector, double line) {
    try {
      ThresholdRule rule = new ThresholdRule(scope, name, detector, line);
      Integer first = targets.putIfAbsent(rule.target(), rules.size());
      if (first != null) {
        add(path, Rejection.INCONSISTENT, twice(rule, rules.get(first), path));
      }
      rules.add(rule);
    } catch (IllegalArgumentException e) {
      add(path, Rejection.INCONSISTENT, path + ": " + e.getMessage());
    }
  }

  private static String twice(ThresholdRule rule, ThresholdRule first, String path) {
    return "%s says line %s for %s, for which line %s is set already: remove one of the two"
        .formatted(path, rule.line(), rule.target(), first.line());
  }

  private void readSensitivity(JsonNode levels) {
    if (isGiven(levels) && !levels.isObject()) {
      add(
          "sensitivity",
          Rejection.WRONG_TYPE,
          "sensitivity is no table; write verbs and levels from 0 to 1, as in send: 0.75");
      return;
    }
    for (Map.Entry<String, JsonNode> entry : levels.properties()) {
      String path = "sensitivity." + entry.getKey();
      Double level = number(entry.getValue(), path, BigDecimal.ONE);
      if (level != null) {
        sensitivity.put(entry.getKey(), level);
        checkLevel(entry.getKey(), level, path);
      }
    }
    if (sensitivity.size() > ThresholdPolicy.MOST_LEVELS) {
      add(
          "sensitivity",
          Rejection.TOO_MANY,
          "sensitivity has more than %d entries; use patterns"
              .formatted(ThresholdPolicy.MOST_LEVELS));
    }
  }

  private void checkLevel(String pattern, double level, String path) {
    try {
      new ThresholdPolicy(1, List.of(), Map.of(pattern, level));
    } catch (IllegalArgumentException e) {
      add(path, Rejection.INCONSISTENT, PlainText.neutral(e.getMessage()));
    }
  }

  private Double number(JsonNode node, String path, BigDecimal most) {
    String expected = "; expected a number from 0 to " + most.toPlainString();
    if (!isGiven(node)) {
      add(path, Rejection.MISSING_FIELD, PlainText.neutral(path) + " is missing" + expected);
      return null;
    }
    BigDecimal number = numberOrNull(node);
    if (number == null || number.signum() < 0 || number.compareTo(most) > 0) {
      add(
          path,
          number == null ? Rejection.WRONG_TYPE : Rejection.NUMBER_OUT_OF_RANGE,
          PlainText.neutral(path + " is " + shortened(node)) + expected);
      return null;
    }
    return number.doubleValue();
  }

  private static BigDecimal numberOrNull(JsonNode node) {
    try {
      boolean isNumber = node.isNumber() || node.isTextual();
      return isNumber && node.asText().length() <= 32 ? new BigDecimal(node.asText()) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private String text(JsonNode node, String path, String field) {
    JsonNode value = node.path(field);
    if (!isGiven(value)) {
      return null;
    }
    if (!value.isTextual()) {
      String where = path + "." + field;
      add(where, Rejection.WRONG_TYPE, where + " is no text");
      return null;
    }
    return value.textValue();
  }

  private <E> E constant(
      JsonNode node, String path, String field, E[] all, Function<E, String> code) {
    String text = text(node, path, field);
    if (text == null) {
      return null;
    }
    for (E each : all) {
      if (code.apply(each).equals(text)) {
        return each;
      }
    }
    String where = path + "." + field;
    String known = Arrays.stream(all).map(code).collect(Collectors.joining(", "));
    add(where, Rejection.UNKNOWN_VALUE, where + " is not known; expected one of " + known);
    return null;
  }

  private static String scopes() {
    return "expected one of "
        + Arrays.stream(ThresholdScope.values())
            .map(ThresholdScope::code)
            .collect(Collectors.joining(", "));
  }

  private static String shortened(JsonNode node) {
    String text = node.isValueNode() ? node.asText() : "no number";
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  private static boolean isGiven(JsonNode node) {
    return !node.isMissingNode() && !node.isNull();
  }

  private void add(String path, Rejection reason, String message) {
    faults.add(new PolicyFault(path, reason, message));
  }
}
