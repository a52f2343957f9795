package io.driftline.feature;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much harm a permission can do, in [0, 1], by a table that is meant to be edited.
 *
 * <p>The first pattern over the whole name that matches decides; where none does, the verb in it,
 * see {@link VerbSearch}; where that is not listed either, {@link #UNKNOWN}. Immutable.
 */
public final class SensitivityTable implements Serializable {

  /** Of a permission that the table says nothing about: neither harmless nor the worst. */
  public static final double UNKNOWN = 0.5;

  private static final long serialVersionUID = 1L;
  private static final String SHIPPED = "sensitivity.txt";

  private final ArrayList<Rule> rules;
  private final HashMap<String, Double> verbs;

  private SensitivityTable(List<Rule> rules, Map<String, Double> verbs) {
    this.rules = new ArrayList<>(rules);
    this.verbs = new HashMap<>(verbs);
  }

  private record Rule(Glob pattern, double level) implements Serializable {}

  private static final class Shipped {
    static final SensitivityTable TABLE = empty().extendedBy(SHIPPED, resource());
  }

  /** The table that comes with Driftline. */
  public static SensitivityTable shipped() {
    return Shipped.TABLE;
  }

  /** A table without a line. */
  static SensitivityTable empty() {
    return new SensitivityTable(List.of(), Map.of());
  }

  /**
   * This table with more lines, which come before its own: their patterns are tried first, and
   * their verbs replace its.
   *
   * @param source names the text in errors, for example its file
   * @param text one pattern and level per line, see docs/features.md
   * @throws IllegalArgumentException if a line is not valid: says which, and what to write
   */
  public SensitivityTable extendedBy(String source, String text) {
    return extendedBy(SensitivityLine.all(source, text));
  }

  private SensitivityTable extendedBy(List<SensitivityLine> lines) {
    List<Rule> allRules = new ArrayList<>();
    Map<String, Double> allVerbs = new HashMap<>(verbs);
    for (SensitivityLine line : lines) {
      if (line.isVerb()) {
        allVerbs.put(line.verb(), line.level());
      } else {
        allRules.add(new Rule(Glob.of(line.pattern()), line.level()));
      }
    }
    allRules.addAll(rules);
    return new SensitivityTable(allRules, allVerbs);
  }

  /**
   * This table with more lines, which come before its own.
   *
   * @param levels patterns and their levels from 0 to 1, in the order in which they are tried
   * @throws IllegalArgumentException if one is not valid, or given twice: says which
   */
  public SensitivityTable extendedBy(Map<String, Double> levels) {
    return extendedBy(SensitivityLine.all(levels));
  }

  /** The level of a permission, or of an action for which no permission is stated. */
  public double levelOf(String name) {
    String lower = Glob.lower(name);
    for (Rule rule : rules) {
      if (rule.pattern().matches(lower)) {
        return rule.level();
      }
    }
    Double level = VerbSearch.levelOf(name, verbs);
    return level == null ? UNKNOWN : level;
  }

  /** The verbs and their levels, by name. */
  Map<String, Double> verbs() {
    return new TreeMap<>(verbs);
  }

  private static String resource() {
    try (InputStream in = SensitivityTable.class.getResourceAsStream(SHIPPED)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + SHIPPED, e);
    }
  }
}
