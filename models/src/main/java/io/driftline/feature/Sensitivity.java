package io.driftline.feature;

import io.driftline.activity.AgentAction;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How much harm a permission can do, in [0, 1], taken from its verb.
 *
 * <p>Permissions are written in many styles: {@code mail:send}, {@code s3:GetObject}, {@code
 * calendar.events.delete}, {@code Files.ReadWrite.All}, {@code write:packages}. So the parts
 * between separators are tried from the last to the first, and in each the first word. Without a
 * permission the action's name speaks, in the same way.
 */
public final class Sensitivity {

  /** Of a verb that nobody classified: neither harmless nor the worst. */
  public static final double UNKNOWN = 0.5;

  private static final Map<String, Double> LEVELS = new HashMap<>();

  static {
    level(0, "read get list search view query describe head fetch browse find show lookup check");
    level(0, "count status verify readonly reader viewer");
    level(0.25, "download invoke export call use copy clone");
    level(
        0.5, "write create update edit put upload modify set add book schedule move rename commit");
    level(0.5, "push comment approve readwrite read_write read-write editor writer");
    level(0.75, "send post share publish reply forward invite message email");
    level(
        1, "transfer pay purchase delete remove destroy execute run administer admin manage grant");
    level(1, "assume impersonate deploy disable rotate drop purge revoke owner *");
  }

  private Sensitivity() {}

  /** The level of what {@code action} used. */
  public static double of(AgentAction action) {
    return ofName(action.permission() != null ? action.permission() : action.action());
  }

  /** The level of one verb. */
  public static double ofVerb(String verb) {
    return LEVELS.getOrDefault(verb.toLowerCase(Locale.ROOT), UNKNOWN);
  }

  /** The level of the last part whose first word is a known verb, else of any word that is one. */
  static double ofName(String name) {
    int end = name.length();
    while (end >= 0) {
      int start = end;
      while (start > 0 && !isSeparator(name.charAt(start - 1))) {
        start--;
      }
      Double level = ofPart(name, start, end);
      if (level != null) {
        return level;
      }
      end = start - 1;
    }
    return ofAnyWord(name);
  }

  private static boolean isSeparator(char c) {
    return c == ':' || c == '.' || c == '/';
  }

  /** {@code ReadWrite} is one verb, however joined: its first word alone would sound harmless. */
  private static Double ofPart(String name, int start, int end) {
    int word = wordEnd(name, start, end);
    int next = word < end && isJoin(name.charAt(word)) ? word + 1 : word;
    Double two = levelOf(name, start, wordEnd(name, next, end));
    return two != null ? two : levelOf(name, start, word);
  }

  private static double ofAnyWord(String name) {
    int start = 0;
    while (start < name.length()) {
      int end = wordEnd(name, start, name.length());
      Double level = levelOf(name, start, end);
      if (level != null) {
        return level;
      }
      start = Math.max(end, start + 1);
    }
    return UNKNOWN;
  }

  private static Double levelOf(String name, int start, int end) {
    return start == end ? null : LEVELS.get(name.substring(start, end).toLowerCase(Locale.ROOT));
  }

  /** A word ends before an inner capital and before anything that is no letter. */
  private static int wordEnd(String name, int start, int limit) {
    int end = start;
    while (end < limit && isWordPart(name.charAt(end)) && !isInnerCapital(name, start, end)) {
      end++;
    }
    return end;
  }

  private static boolean isJoin(char c) {
    return c == '_' || c == '-';
  }

  private static boolean isWordPart(char c) {
    return Character.isLetter(c) || c == '*';
  }

  /** {@code DELETE} has none, {@code GetObject} has one. */
  private static boolean isInnerCapital(String name, int start, int at) {
    return at > start
        && Character.isUpperCase(name.charAt(at))
        && Character.isLowerCase(name.charAt(at - 1));
  }

  private static void level(double level, String verbs) {
    for (String verb : verbs.split(" ")) {
      LEVELS.put(verb, level);
    }
  }
}
