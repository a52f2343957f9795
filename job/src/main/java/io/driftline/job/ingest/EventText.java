package io.driftline.job.ingest;

import io.driftline.job.ingest.EventField.Shape;

/** What the contract asks of a text beyond being a JSON string. */
final class EventText {

  private EventText() {}

  /** Refuses {@code text} if it is too long or holds characters its field may not hold. */
  static void check(EventField field, String text) throws Refusal {
    checkLength(field, text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        i += checkUnusual(field, text, i);
      }
    }
  }

  private static void checkLength(EventField field, String text) throws Refusal {
    int limit = field.shape().maxLength();
    if (text.length() > limit && text.codePointCount(0, text.length()) > limit) {
      throw new Refusal(
          Rejection.TOO_LONG,
          field.path()
              + " has "
              + text.codePointCount(0, text.length())
              + " characters; at most "
              + limit
              + " are allowed");
    }
  }

  /** Returns how many more characters belong to the one at {@code i}: 1 for a surrogate pair. */
  private static int checkUnusual(EventField field, String text, int i) throws Refusal {
    int codePoint = text.codePointAt(i);
    if (Character.getType(codePoint) == Character.SURROGATE) {
      throw at(Rejection.LONE_SURROGATE, field, i, "half of a surrogate pair");
    }
    if (Character.isISOControl(codePoint) && field.shape() == Shape.IDENTIFIER) {
      throw at(Rejection.CONTROL_CHARACTER, field, i, String.format("U+%04X", codePoint));
    }
    return Character.charCount(codePoint) - 1;
  }

  private static Refusal at(Rejection reason, EventField field, int index, String found) {
    String expected =
        reason == Rejection.LONE_SURROGATE ? "well-formed Unicode" : "no control characters";
    return new Refusal(
        reason,
        field.path() + " holds " + found + " at character " + index + "; expected " + expected);
  }
}
