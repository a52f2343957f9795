package io.driftline.job.alert;

import io.driftline.activity.AgentAction;
import io.driftline.decide.Anomaly;
import io.driftline.explain.Contribution;
import io.driftline.explain.Explanation;
import io.driftline.explain.PlainText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Renders an anomaly for a terminal of at least {@value #COLUMNS} columns. Nothing in an event can
 * steer the terminal or start a line.
 */
public final class AnomalyText {

  /** The longest line, colour codes not counted. */
  public static final int COLUMNS = 100;

  private static final int LABEL = 9;
  private static final String INDENT = "  ";
  private static final int BODY = COLUMNS - INDENT.length() - LABEL;

  private final Ansi ansi;
  private final StringBuilder out = new StringBuilder(1024);

  private AnomalyText(Ansi ansi) {
    this.ansi = ansi;
  }

  /** Several lines, each ended by a line feed. */
  public static String render(Anomaly anomaly, boolean colour) {
    AnomalyText text = new AnomalyText(colour ? Ansi.COLOUR : Ansi.PLAIN);
    text.headline(anomaly);
    text.explanation(anomaly.explanation(), anomaly.severity().reasons());
    return text.out.toString();
  }

  private void headline(Anomaly anomaly) {
    AgentAction action = anomaly.action();
    String severity = anomaly.severity().severity().code().toUpperCase(Locale.ROOT);
    String score = oneDecimal(anomaly.verdict().shownScore());
    String rest =
        "%s  %s  %s/%s%s"
            .formatted(
                action.time().truncatedTo(ChronoUnit.SECONDS),
                PlainText.of(action.agentId()),
                PlainText.of(action.system()),
                PlainText.of(action.action()),
                anomaly.late() ? "  (late)" : "");
    int columns = COLUMNS - severity.length() - score.length() - 3;
    List<String> lines = TextColumns.wrap(rest, columns);
    out.append(ansi.severity(anomaly.severity().severity(), severity)).append(' ');
    out.append(ansi.strong(score)).append("  ").append(lines.get(0)).append('\n');
    lines.stream().skip(1).forEach(line -> out.append(INDENT).append(line).append('\n'));
  }

  private void explanation(Explanation explanation, List<String> worse) {
    paragraph("what", explanation.happened());
    paragraphs("worse", worse);
    paragraphs("usual", explanation.usual());
    paragraph("peers", explanation.peers());
    contributions(explanation.contributions());
    paragraph("unless", explanation.counterfactual());
    paragraph("evidence", evidence(explanation));
    if (explanation.warmUp() != null) {
      paragraph("warm-up", explanation.warmUp());
    }
    paragraph("basis", explanation.basis());
  }

  private void contributions(List<Contribution> contributions) {
    String once = "why";
    for (Contribution each : contributions) {
      line(once, contribution(each, contributions.get(0).share()));
      once = "";
    }
  }

  private static String contribution(Contribution each, double longest) {
    return "%s %7s %10s  %s"
        .formatted(
            Bar.of(each.share() / longest),
            oneDecimal(100 * each.share()) + " %",
            oneDecimal(each.bits()) + " bits",
            each.feature().sentence());
  }

  private void paragraph(String label, String text) {
    paragraphs(label, List.of(text));
  }

  private void paragraphs(String label, List<String> texts) {
    String once = label;
    for (String text : texts) {
      for (String line : TextColumns.wrap(text, BODY)) {
        line(once, line);
        once = "";
      }
    }
  }

  private void line(String label, String text) {
    String padded = label + " ".repeat(LABEL - label.length());
    out.append(INDENT).append(ansi.faint(padded)).append(text).append('\n');
  }

  private static String evidence(Explanation explanation) {
    return explanation.evidence().stream().map(PlainText::of).collect(Collectors.joining(", "));
  }

  private static String oneDecimal(double value) {
    return new BigDecimal(value).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
  }
}
