package io.driftline.job.alert;

import io.driftline.explain.PlainText;
import io.driftline.posture.Severity;
import java.util.List;
import java.util.Locale;

/**
 * A headline and paragraphs with a label each, for a terminal of at least {@value #COLUMNS}
 * columns. Nothing in a text can steer the terminal or start a line.
 */
public final class Paragraphs {

  /** The longest line, colour codes not counted. */
  public static final int COLUMNS = 100;

  private static final int LABEL = 9;
  private static final String INDENT = "  ";
  private static final int BODY = COLUMNS - INDENT.length() - LABEL;

  private final Ansi ansi;
  private final StringBuilder out = new StringBuilder(1024);

  public Paragraphs(Ansi ansi) {
    this.ansi = ansi;
  }

  /**
   * A line that stands out.
   *
   * @param severity {@code null} for what is not graded
   * @param score {@code null} for what is not scored
   * @param rest what else is said
   */
  public void headline(Severity severity, String score, String rest) {
    String grade = severity == null ? "" : severity.code().toUpperCase(Locale.ROOT);
    int taken = (severity == null ? 0 : grade.length() + 1) + (score == null ? 0 : score.length());
    List<String> lines = TextColumns.wrap(PlainText.neutral(rest), COLUMNS - taken - 2);
    if (severity != null) {
      out.append(ansi.severity(severity, grade)).append(score == null ? "  " : " ");
    }
    if (score != null) {
      out.append(ansi.strong(score)).append("  ");
    }
    out.append(lines.get(0)).append('\n');
    lines.stream().skip(1).forEach(line -> out.append(INDENT).append(line).append('\n'));
  }

  /**
   * A text.
   *
   * @param label at most eight characters
   * @param text nothing is said if it is {@code null} or empty
   */
  public void add(String label, String text) {
    add(label, text == null || text.isEmpty() ? List.of() : List.of(text));
  }

  /** Texts that share a label, each on lines of its own. */
  public void add(String label, List<String> texts) {
    String once = label;
    for (String text : texts) {
      for (String line : TextColumns.wrap(PlainText.neutral(text), BODY)) {
        line(once, line);
        once = "";
      }
    }
  }

  /** Lines that are not to be broken, for pictures and tables. */
  public void picture(String label, List<String> lines) {
    String once = label;
    for (String line : lines) {
      line(once, PlainText.neutral(line));
      once = "";
    }
  }

  /** All of it, each line ended by a line feed. */
  @Override
  public String toString() {
    return out.toString();
  }

  private void line(String label, String text) {
    String padded = label + " ".repeat(LABEL - label.length());
    out.append(INDENT).append(ansi.faint(padded)).append(text.stripTrailing()).append('\n');
  }
}
