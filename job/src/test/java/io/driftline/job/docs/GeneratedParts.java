package io.driftline.job.docs;

import java.util.Map;

/**
 * A page written by hand with parts that are made from the code, each between {@code <!--
 * generated: NAME -->} and {@code <!-- end of NAME -->}.
 */
final class GeneratedParts {

  private GeneratedParts() {}

  /**
   * The page with these parts in their places.
   *
   * @throws IllegalArgumentException if the page has no place for one of them
   */
  static String in(String page, Map<String, String> parts) {
    String filled = page;
    for (Map.Entry<String, String> part : parts.entrySet()) {
      filled = withPart(filled, part.getKey(), part.getValue());
    }
    return filled;
  }

  private static String withPart(String page, String name, String part) {
    String begin = "<!-- generated: " + name + " -->\n";
    String end = "<!-- end of " + name + " -->";
    int from = page.indexOf(begin);
    int to = page.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(
          "the page has no lines %s and %s".formatted(begin.strip(), end));
    }
    return page.substring(0, from + begin.length()) + part + page.substring(to);
  }
}
