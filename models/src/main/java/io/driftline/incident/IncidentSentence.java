package io.driftline.incident;

import io.driftline.explain.Numbers;
import io.driftline.explain.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Says of an incident whose it is, how much was raised in what time and where, and the worst. */
final class IncidentSentence {

  private static final int MOST_NAMED = 3;

  private IncidentSentence() {}

  /** For example {@code sales-assistant-3: 14 anomalies in 6 min on payments and crm}. */
  static String title(OpenIncident incident) {
    return PlainText.of(incident.agent.id()) + ": " + extent(incident);
  }

  /**
   * The sentence of a lone signal; else the extent, and the worst of each kind, the worst first.
   */
  static String summary(OpenIncident incident) {
    Signal worst = incident.kept.worst();
    if (incident.counts.total() == 1) {
      return PlainText.neutral(worst.summary());
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(PlainText.of(incident.agent.id()) + " caused " + extent(incident) + ".");
    sentences.add(PlainText.neutral(worst.summary()));
    for (SignalKind kind : SignalKind.values()) {
      Signal other = incident.kept.worst(kind);
      if (other != null && kind != worst.kind()) {
        sentences.add(PlainText.neutral(other.summary()));
      }
    }
    return String.join(" ", sentences);
  }

  private static String extent(OpenIncident incident) {
    return counts(incident.counts) + span(incident) + places(incident.scope.systems());
  }

  private static String counts(SignalCounts counts) {
    List<String> parts = new ArrayList<>();
    add(parts, counts.anomalies(), "anomaly", "anomalies");
    add(parts, counts.drifts(), "drift", "drifts");
    add(parts, counts.findings(), "finding", "findings");
    return listed(parts);
  }

  private static void add(List<String> parts, long count, String one, String many) {
    if (count > 0) {
      parts.add(Numbers.counted(count, one, many));
    }
  }

  private static String span(OpenIncident incident) {
    long millis = incident.lastSeen - incident.firstSeen;
    if (incident.counts.total() == 1) {
      return "";
    }
    double minutes = millis / (double) TimeUnit.MINUTES.toMillis(1);
    return minutes < 1 ? " within a minute" : " in " + Numbers.minutes(minutes);
  }

  private static String places(List<String> systems) {
    if (systems.isEmpty()) {
      return "";
    }
    List<String> named = new ArrayList<>();
    systems.stream().limit(MOST_NAMED).map(PlainText::of).forEach(named::add);
    int more = systems.size() - MOST_NAMED;
    if (more > 0) {
      named.add(more + " more");
    }
    return " on " + listed(named);
  }

  /** For example {@code a, b and c}. */
  static String listed(List<String> parts) {
    int last = parts.size() - 1;
    return last == 0
        ? parts.get(0)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }
}
