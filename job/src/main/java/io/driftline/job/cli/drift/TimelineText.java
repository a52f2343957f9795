package io.driftline.job.cli.drift;

import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftSettings;
import io.driftline.drift.DriftSignal;
import io.driftline.explain.Numbers;
import io.driftline.explain.PlainText;
import io.driftline.job.alert.TextColumns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Renders timelines for a terminal of at least {@value #COLUMNS} columns. Nothing in an event can
 * steer the terminal or start a line.
 */
final class TimelineText {

  /** The longest line. */
  static final int COLUMNS = 100;

  private static final int LABEL = 9;
  private static final String INDENT = "  ";
  private static final int P_DECIMALS = 4;
  private static final double LEAST_P = 0.0001;

  private final DriftSettings settings;
  private final StringBuilder out = new StringBuilder(1024);

  /**
   * @param settings by which drift was judged
   */
  private TimelineText(DriftSettings settings) {
    this.settings = settings;
  }

  /** An agent and each of its drifts, several lines, each ended by a line feed. */
  static String render(Timeline timeline, DriftSettings settings) {
    TimelineText text = new TimelineText(settings);
    text.agent(timeline);
    timeline.drifts().forEach(event -> text.drift(timeline, event));
    return text.out.toString();
  }

  private void agent(Timeline timeline) {
    AgentDays agent = timeline.agent();
    wrapped("", PlainText.of(agent.agentId()) + INDENT + PlainText.of(agent.cohort()));
    DayRange seen = agent.seen(timeline.range());
    if (seen == null) {
      wrapped(INDENT, "no action on the days in question");
      return;
    }
    wrapped(INDENT, seen(agent, seen));
    if (timeline.drifts().isEmpty()) {
      String still = "no drift in " + days(seen.days());
      wrapped(INDENT, timeline.tooShort(settings) ? still + tooShort() : still);
    }
  }

  private String tooShort() {
    return ": too few to tell, the last %d are compared with at least %d before"
        .formatted(settings.recentDays(), settings.leastReferenceDays());
  }

  private static String seen(AgentDays agent, DayRange seen) {
    return "seen for %s, %s to %s, active on %s of them, %s"
        .formatted(
            days(seen.days()),
            seen.first(),
            seen.last(),
            Numbers.quantity(agent.activeDays(seen)),
            Numbers.counted(agent.total(seen), "action", "actions"));
  }

  private void drift(Timeline timeline, DriftEvent event) {
    DriftSignal signal = event.signal();
    out.append('\n');
    wrapped(INDENT, headline(event));
    paragraph("what", event.summary());
    List<String> bars = ShareBars.of(signal);
    for (int i = 0; i < bars.size(); i++) {
      line(i == 0 ? "change" : "", bars.get(i));
    }
    if (!signal.evidence().isEmpty()) {
      paragraph(
          "evidence",
          signal.evidence().stream().map(PlainText::of).collect(Collectors.joining(", ")));
    }
    history(timeline.daysKnown(event));
  }

  private static String headline(DriftEvent event) {
    DriftSignal signal = event.signal();
    return "%s  %s  %s  since %s  %s, p %s"
        .formatted(
            LocalDate.ofEpochDay(DayRange.dayOf(event)),
            signal.kind().code().replace('_', ' '),
            signal.dimension().code(),
            Instant.ofEpochMilli(signal.began()).atZone(ZoneOffset.UTC).toLocalDate(),
            strength(signal),
            significance(signal.significance()));
  }

  private static String strength(DriftSignal signal) {
    return switch (signal.kind()) {
      case MIX_SHIFT -> "distance " + rounded(signal.strength(), 2);
      case PEER_DIVERGENCE -> rounded(signal.strength(), 2) + " further apart";
      case NEW_GROUND -> rounded(100 * signal.strength(), 0) + " % of its hours";
      case GROWTH -> rounded(signal.strength(), 1) + " new a week";
      case LEVEL_SHIFT ->
          (signal.after() >= signal.before() ? "up" : "down")
              + " by a factor of "
              + rounded(signal.strength(), 1);
    };
  }

  private static String significance(double p) {
    return p < LEAST_P
        ? "under 0.0001"
        : new BigDecimal(p)
            .setScale(P_DECIMALS, RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString();
  }

  private void history(long known) {
    int full = settings.recentDays() + settings.referenceDays();
    if (known < full) {
      paragraph(
          "history",
          "The agent had been seen for %s only; a full comparison takes %d."
              .formatted(days(known), full));
    }
  }

  private void paragraph(String label, String text) {
    String once = label;
    for (String line : TextColumns.wrap(text, COLUMNS - INDENT.length() - LABEL)) {
      line(once, line);
      once = "";
    }
  }

  private void line(String label, String text) {
    String padded = label + " ".repeat(LABEL - label.length());
    out.append((INDENT + padded + text).stripTrailing()).append('\n');
  }

  private void wrapped(String indent, String text) {
    TextColumns.wrap(text, COLUMNS - indent.length())
        .forEach(line -> out.append(indent).append(line).append('\n'));
  }

  private static String days(long days) {
    return Numbers.counted(days, "day", "days");
  }

  private static String rounded(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
