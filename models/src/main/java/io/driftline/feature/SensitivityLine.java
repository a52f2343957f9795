package io.driftline.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A line of a {@link SensitivityTable}.
 *
 * @param pattern a verb, or a pattern over the whole name
 * @param level from 0 to 1
 */
record SensitivityLine(String pattern, double level) {

  private static final int MOST_LINES = 10_000;
  private static final String HOW =
      "write a pattern, blanks and a level from 0 to 1, for example 'mail:send 0.75'";

  /**
   * The lines of a text but for blank ones and those that begin with {@code #}, in their order.
   *
   * @throws IllegalArgumentException if one is not valid, or there are too many
   */
  static List<SensitivityLine> all(String source, String text) {
    List<SensitivityLine> lines = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    int number = 0;
    for (String line : text.lines().map(String::strip).toList()) {
      String where = source + ":" + ++number;
      if (number > MOST_LINES) {
        throw fault(where, "the table is too long", "keep at most " + MOST_LINES + " lines");
      }
      if (!line.isEmpty() && line.charAt(0) != '#') {
        SensitivityLine parsed = parse(where, line);
        Integer first = numbers.putIfAbsent(Glob.lower(parsed.pattern), number);
        if (first != null) {
          String problem = "%s is on line %d already".formatted(parsed.pattern, first);
          throw fault(where, problem, "remove one of the two");
        }
        lines.add(parsed);
      }
    }
    return lines;
  }

  /**
   * The lines of a table, in its order.
   *
   * @throws IllegalArgumentException if one is not valid, or given twice in upper and lower case
   */
  static List<SensitivityLine> all(Map<String, Double> levels) {
    List<SensitivityLine> lines = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    levels.forEach(
        (pattern, level) -> {
          SensitivityLine line = parse("sensitivity of " + pattern, pattern + " " + level);
          if (!seen.add(Glob.lower(pattern))) {
            throw fault("sensitivity of " + pattern, "it is given twice", "remove one of the two");
          }
          lines.add(line);
        });
    return lines;
  }

  private static SensitivityLine parse(String where, String line) {
    String[] columns = line.split("\\s+");
    if (columns.length != 2) {
      throw fault(where, "two columns were expected, got " + columns.length, HOW);
    }
    return new SensitivityLine(columns[0], level(where, columns[1]));
  }

  private static double level(String where, String text) {
    double level;
    try {
      level = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw fault(where, "the level must be a number, was '" + text + "'", HOW);
    }
    if (!(level >= 0 && level <= 1)) {
      throw fault(where, "the level must be from 0 to 1, was " + text, HOW);
    }
    return level;
  }

  private static IllegalArgumentException fault(String where, String problem, String remedy) {
    return new IllegalArgumentException(where + ": " + problem + ": " + remedy);
  }

  /** Whether it speaks of a verb: letters, joined by {@code _} or {@code -}; or a star. */
  boolean isVerb() {
    return pattern.equals("\\*")
        || pattern.chars().allMatch(c -> Character.isLetter(c) || VerbSearch.isJoin((char) c));
  }

  /** The verb as names have it, in lower case. */
  String verb() {
    return Glob.lower(pattern.equals("\\*") ? "*" : pattern);
  }
}
