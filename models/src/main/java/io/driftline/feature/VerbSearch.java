package io.driftline.feature;

import java.util.Map;

/**
 * Finds the verb in the name of a permission or an action.
 *
 * <p>Permissions are written in many styles: {@code mail:send}, {@code s3:GetObject}, {@code
 * calendar.events.delete}, {@code Files.ReadWrite.All}, {@code write:packages}. So the parts
 * between separators are tried from the last to the first, and in each the first word; then any
 * word.
 */
final class VerbSearch {

  private VerbSearch() {}

  /**
   * The level of the last part whose first word is a known verb, else of the first word that is
   * one; {@code null} if none is.
   *
   * @param levels by verb in lower case
   */
  static Double levelOf(String name, Map<String, Double> levels) {
    int end = name.length();
    while (end >= 0) {
      int start = end;
      while (start > 0 && !isSeparator(name.charAt(start - 1))) {
        start--;
      }
      Double level = ofPart(name, start, end, levels);
      if (level != null) {
        return level;
      }
      end = start - 1;
    }
    return ofAnyWord(name, levels);
  }

  private static boolean isSeparator(char c) {
    return c == ':' || c == '.' || c == '/';
  }

  /** {@code ReadWrite} is one verb, however joined: its first word alone would sound harmless. */
  private static Double ofPart(String name, int start, int end, Map<String, Double> levels) {
    int word = wordEnd(name, start, end);
    int next = word < end && isJoin(name.charAt(word)) ? word + 1 : word;
    Double two = levelOf(name, start, wordEnd(name, next, end), levels);
    return two != null ? two : levelOf(name, start, word, levels);
  }

  private static Double ofAnyWord(String name, Map<String, Double> levels) {
    int start = 0;
    while (start < name.length()) {
      int end = wordEnd(name, start, name.length());
      Double level = levelOf(name, start, end, levels);
      if (level != null) {
        return level;
      }
      start = Math.max(end, start + 1);
    }
    return null;
  }

  private static Double levelOf(String name, int start, int end, Map<String, Double> levels) {
    return start == end ? null : levels.get(Glob.lower(name.substring(start, end)));
  }

  /** A word ends before an inner capital and before anything that is no letter. */
  private static int wordEnd(String name, int start, int limit) {
    int end = start;
    while (end < limit && isWordPart(name.charAt(end)) && !isInnerCapital(name, start, end)) {
      end++;
    }
    return end;
  }

  static boolean isJoin(char c) {
    return c == '_' || c == '-';
  }

  static boolean isWordPart(char c) {
    return Character.isLetter(c) || c == '*';
  }

  /** {@code DELETE} has none, {@code GetObject} has one. */
  private static boolean isInnerCapital(String name, int start, int at) {
    return at > start
        && Character.isUpperCase(name.charAt(at))
        && Character.isLowerCase(name.charAt(at - 1));
  }
}
