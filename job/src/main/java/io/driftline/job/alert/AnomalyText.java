package io.driftline.job.alert;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.decide.Anomaly;
import io.driftline.explain.Contribution;
import io.driftline.explain.Explanation;
import io.driftline.explain.PlainText;
import io.driftline.registry.Authority;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Renders an anomaly for a terminal of at least {@value #COLUMNS} columns. Nothing in an event can
 * steer the terminal or start a line.
 */
public final class AnomalyText {

  /** The longest line, colour codes not counted. */
  public static final int COLUMNS = Paragraphs.COLUMNS;

  private static final String NOT_STATED = "not stated";

  private final Anomaly anomaly;
  private final Explanation explanation;
  private final Paragraphs out;

  private AnomalyText(Anomaly anomaly, Ansi ansi) {
    this.anomaly = anomaly;
    this.explanation = anomaly.explanation();
    this.out = new Paragraphs(ansi);
  }

  /** What there is to say, in several lines, each ended by a line feed. */
  public static String render(Anomaly anomaly, boolean colour) {
    AnomalyText text = new AnomalyText(anomaly, Ansi.of(colour));
    text.headline();
    text.account();
    text.out.picture("why", text.contributions(false));
    text.grounds();
    return text.out.toString();
  }

  /**
   * All that is known: beside the above who it was, what is usual, and how each detector judged.
   */
  public static String renderInFull(Anomaly anomaly, boolean colour) {
    AnomalyText text = new AnomalyText(anomaly, Ansi.of(colour));
    text.headline();
    text.identity();
    text.account();
    text.out.picture("why", text.contributions(true));
    text.out.picture("scores", ScoreBars.of(anomaly));
    text.grounds();
    return text.out.toString();
  }

  private void headline() {
    AgentAction action = anomaly.action();
    out.headline(
        anomaly.severity().severity(),
        oneDecimal(anomaly.verdict().shownScore()),
        "%s  %s  %s/%s%s"
            .formatted(
                action.time().truncatedTo(ChronoUnit.SECONDS),
                PlainText.of(action.agentId()),
                PlainText.of(action.system()),
                PlainText.of(action.action()),
                anomaly.late() ? "  (late)" : ""));
  }

  private void identity() {
    Agent agent = anomaly.action().agent();
    out.add("id", anomaly.id() + ", session " + PlainText.of(anomaly.sessionId()));
    out.add(
        "agent",
        "name %s, version %s, owner %s, cohort %s"
            .formatted(
                stated(agent.name()),
                stated(agent.version()),
                stated(agent.owner()),
                PlainText.of(anomaly.cohort())));
    out.add("acts for", actsFor(anomaly.authority()));
  }

  private void account() {
    out.add("what", explanation.happened());
    out.add("worse", anomaly.severity().reasons());
    out.add("usual", explanation.usual());
    out.add("peers", explanation.peers());
  }

  private void grounds() {
    out.add("unless", explanation.counterfactual());
    out.add(
        "evidence",
        explanation.evidence().stream().map(PlainText::of).collect(Collectors.joining(", ")));
    out.add("warm-up", explanation.warmUp());
    out.add("basis", explanation.basis());
  }

  private List<String> contributions(boolean withUsual) {
    List<String> lines = new ArrayList<>();
    for (Contribution each : explanation.contributions()) {
      double share = each.share() / explanation.contributions().get(0).share();
      String carried = oneDecimal(100 * each.share()) + " %";
      lines.add(contribution(share, carried, each.bits(), each.feature().sentence()));
      if (withUsual) {
        double usually = each.bits() > 0 ? Math.min(1, each.usualBits() / each.bits()) : 0;
        lines.add(contribution(share * usually, "", each.usualBits(), "usually"));
      }
    }
    return lines;
  }

  private static String contribution(double bar, String share, double bits, String text) {
    return "%s %7s %10s  %s".formatted(Bar.of(bar), share, oneDecimal(bits) + " bits", text);
  }

  private static String actsFor(Authority authority) {
    if (authority == null) {
      return null;
    }
    String verdict = authority.verdict().code().replace('_', ' ');
    Stream<String> way =
        Stream.concat(
            Stream.of(authority.requester() == null ? null : authority.requester().id()),
            authority.chain().stream());
    String named =
        way.filter(Objects::nonNull).map(PlainText::of).collect(Collectors.joining(" through "));
    return named.isEmpty() ? verdict : named + ": " + verdict;
  }

  private static String stated(String value) {
    return value == null ? NOT_STATED : PlainText.of(value);
  }

  private static String oneDecimal(double value) {
    return new BigDecimal(value).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
  }
}
