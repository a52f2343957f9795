package io.driftline.job.ingest;

import io.driftline.job.ingest.EventField.Shape;

/** What contracts ask of a text beyond being a JSON string. */
public final class EventText {

  private EventText() {}

  /** Refuses {@code text} if it is too long or holds characters its field may not hold. */
  static void check(EventField field, String text) throws Refusal {
    check(field.path(), field.shape(), text);
  }

  /**
   * Refuses {@code text} if it cannot be an identifier.
   *
   * @param path of the field
   */
  public static void checkIdentifier(String path, String text) throws Refusal {
    check(path, Shape.IDENTIFIER, text);
  }

  private static void check(String path, Shape shape, String text) throws Refusal {
    checkLength(path, shape.maxLength(), text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        i += checkUnusual(path, shape, text, i);
      }
    }
  }

  private static void checkLength(String path, int limit, String text) throws Refusal {
    if (text.length() > limit && text.codePointCount(0, text.length()) > limit) {
      throw Refusal.of(
          Rejection.TOO_LONG,
          path,
          "has "
              + text.codePointCount(0, text.length())
              + " characters; at most "
              + limit
              + " are allowed");
    }
  }

  /** Returns how many more characters belong to the one at {@code i}: 1 for a surrogate pair. */
  private static int checkUnusual(String path, Shape shape, String text, int i) throws Refusal {
    int codePoint = text.codePointAt(i);
    if (Character.getType(codePoint) == Character.SURROGATE) {
      throw at(Rejection.LONE_SURROGATE, path, i, "half of a surrogate pair");
    }
    if (Character.isISOControl(codePoint) && shape == Shape.IDENTIFIER) {
      throw at(Rejection.CONTROL_CHARACTER, path, i, String.format("U+%04X", codePoint));
    }
    return Character.charCount(codePoint) - 1;
  }

  private static Refusal at(Rejection reason, String path, int index, String found) {
    String expected =
        reason == Rejection.LONE_SURROGATE ? "well-formed Unicode" : "no control characters";
    return Refusal.of(
        reason, path, "holds " + found + " at character " + index + "; expected " + expected);
  }
}
