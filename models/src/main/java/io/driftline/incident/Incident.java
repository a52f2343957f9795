package io.driftline.incident;

import io.driftline.activity.Agent;
import io.driftline.posture.Severity;
import java.util.List;
import java.util.Objects;

/**
 * What belongs together of what was raised about an agent, as of one moment of its life.
 *
 * @param id 16 hexadecimal digits, the same from opening to closing, and in a replay
 * @param number which record of the incident this is, from 1, growing; id and number name the
 *     record. Where a budget held records back, numbers are missing
 * @param change what this record says
 * @param closing why it is over; {@code null} unless it is
 * @param time of this change, event time in epoch milliseconds
 * @param agent whose it is, as last known
 * @param sessions where it happened, the earliest first, at most 16; empty if it belongs to none
 * @param firstSeen time of the earliest signal, epoch milliseconds
 * @param lastSeen time of the latest signal, epoch milliseconds
 * @param severity how soon somebody should look; never falls while the incident is open
 * @param severityReasons a sentence for each thing that made it worse than its worst signal
 * @param score the highest score of an anomaly in it; {@link Double#NaN} if it has none
 * @param counts how many signals it has
 * @param systems that were touched, in order of first touch, at most 16
 * @param techniques of MITRE ATLAS that would look like this
 * @param risks of the OWASP Top 10 for Agentic Applications that it may be
 * @param signals the first, and the worst of the rest in order of time, at most 20
 * @param hidden how many signals of this agent were hidden by suppression or budget since the
 *     record before
 * @param title a few words
 * @param summary one sentence or two that name all that matters
 */
public record Incident(
    String id,
    int number,
    IncidentChange change,
    ClosingReason closing,
    long time,
    Agent agent,
    List<String> sessions,
    long firstSeen,
    long lastSeen,
    Severity severity,
    List<String> severityReasons,
    double score,
    SignalCounts counts,
    List<String> systems,
    List<Technique> techniques,
    List<AgenticRisk> risks,
    List<Signal> signals,
    long hidden,
    String title,
    String summary) {

  public Incident {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(change, "change");
    if (number < 1) {
      throw new IllegalArgumentException("records are numbered from 1, got " + number);
    }
    if ((change == IncidentChange.CLOSED) != (closing != null)) {
      throw new IllegalArgumentException(
          "what is over says why, and nothing else does: %s, %s".formatted(change, closing));
    }
    Objects.requireNonNull(agent, "agent");
    sessions = List.copyOf(sessions);
    if (firstSeen > lastSeen) {
      throw new IllegalArgumentException(
          "firstSeen must not be after lastSeen, were %d and %d".formatted(firstSeen, lastSeen));
    }
    Objects.requireNonNull(severity, "severity");
    severityReasons = List.copyOf(severityReasons);
    Objects.requireNonNull(counts, "counts");
    systems = List.copyOf(systems);
    techniques = List.copyOf(techniques);
    risks = List.copyOf(risks);
    signals = List.copyOf(signals);
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(summary, "summary");
  }

  /** The same, told for the first time. */
  public Incident opened() {
    return new Incident(
        id,
        number,
        IncidentChange.OPENED,
        null,
        time,
        agent,
        sessions,
        firstSeen,
        lastSeen,
        severity,
        severityReasons,
        score,
        counts,
        systems,
        techniques,
        risks,
        signals,
        hidden,
        title,
        summary);
  }
}
