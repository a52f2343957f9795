package io.driftline.job.ingest;

/** Input as a message may show it: short, on one line, and without anything that hides text. */
public final class Excerpt {

  /** Longest piece of input in a message, in characters. */
  static final int MAX_LENGTH = 60;

  private Excerpt() {}

  /** The beginning of {@code input} in quotes. */
  public static String quoted(String input) {
    boolean whole = input.length() <= MAX_LENGTH;
    return '"' + printable(whole ? input : input.substring(0, MAX_LENGTH)) + (whole ? "\"" : "…\"");
  }

  /** {@code text} with everything that is not plainly visible replaced by U+FFFD. */
  static String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(c -> isVisible(c) ? c : 0xFFFD).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
