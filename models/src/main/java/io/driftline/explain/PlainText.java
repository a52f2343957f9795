package io.driftline.explain;

/**
 * Text from events, made safe to stand inside a sentence. An attacker chooses resource names: line
 * breaks, terminal escapes and invisible direction marks in them could forge log lines or hide what
 * was done.
 */
public final class PlainText {

  /** Code points a value may take up in a sentence. */
  public static final int MOST_CHARS = 80;

  private static final int REPLACEMENT = 0xFFFD;
  private static final String ELLIPSIS = "…";

  private PlainText() {}

  /** The value, neutralised and shortened to {@value #MOST_CHARS} code points. */
  public static String of(String value) {
    return quoted(shortened(neutral(value), MOST_CHARS));
  }

  /**
   * Every control, format, private-use or separator character becomes U+FFFD, every kind of space a
   * plain one; the length in code points stays.
   */
  public static String neutral(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(PlainText::neutral).forEach(out::appendCodePoint);
    return out.toString();
  }

  /** At most {@code most} code points, the middle left out: both ends of a name tell something. */
  static String shortened(String text, int most) {
    int length = text.codePointCount(0, text.length());
    if (length <= most) {
      return text;
    }
    int tail = (most - 1) / 3;
    int head = most - 1 - tail;
    return text.substring(0, text.offsetByCodePoints(0, head))
        + ELLIPSIS
        + text.substring(text.offsetByCodePoints(text.length(), -tail));
  }

  /** Quotes what could be taken for words of the sentence around it. */
  private static String quoted(String text) {
    boolean plain = !text.isEmpty() && text.indexOf(' ') < 0 && text.indexOf('"') < 0;
    return plain ? text : '"' + text.replace('"', '\'') + '"';
  }

  private static int neutral(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          REPLACEMENT;
      case Character.SPACE_SEPARATOR -> ' ';
      default -> codePoint;
    };
  }
}
