package io.driftline.job.alert;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a terminal. */
public final class TextColumns {

  /** From here on scripts have full-width characters; the blocks in between are narrow. */
  private static final int FIRST_WIDE = 0x1100;

  private static final int FIRST_NARROW_AGAIN = 0x2000;
  private static final int LAST_NARROW_AGAIN = 0x22FF;
  private static final int FIRST_BLOCK = 0x2500;
  private static final int LAST_BLOCK = 0x25FF;

  private TextColumns() {}

  /**
   * The columns that a text takes up at most: a character that may be wide counts two.
   *
   * @param text without control characters
   */
  public static int width(String text) {
    return text.codePoints().map(TextColumns::width).sum();
  }

  /** Breaks at spaces, and within a word only if it is longer than a line. */
  public static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && width(line.toString()) + 1 + width(word) > columns) {
        flush(line, lines);
      }
      line.append(line.length() > 0 ? " " : "");
      appendBroken(word, columns, line, lines);
    }
    flush(line, lines);
    return lines;
  }

  private static void appendBroken(
      String word, int columns, StringBuilder line, List<String> lines) {
    int used = width(line.toString());
    for (int codePoint : word.codePoints().toArray()) {
      if (used + width(codePoint) > columns) {
        flush(line, lines);
        used = 0;
      }
      line.appendCodePoint(codePoint);
      used += width(codePoint);
    }
  }

  private static void flush(StringBuilder line, List<String> lines) {
    lines.add(line.toString());
    line.setLength(0);
  }

  private static int width(int codePoint) {
    boolean narrow =
        codePoint < FIRST_WIDE
            || (codePoint >= FIRST_NARROW_AGAIN && codePoint <= LAST_NARROW_AGAIN)
            || (codePoint >= FIRST_BLOCK && codePoint <= LAST_BLOCK);
    return narrow ? 1 : 2;
  }
}
