package io.driftline.incident;

import io.driftline.posture.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * How soon somebody should look at an incident: the severity of its worst signal, and
 *
 * <table>
 *   <caption>Steps up</caption>
 *   <tr><th>evidence</th><th>steps</th></tr>
 *   <tr><td>{@value #MANY} anomalies or more: a false alarm is mostly a lone one barely over the
 *     line, an attack mostly goes on</td><td>1</td></tr>
 *   <tr><td>anomalies, drift and findings, at least two of them, each of which is {@linkplain
 *     Corroboration evidence of its own}: they are judged by different means, and seldom wrong
 *     together</td><td>1</td></tr>
 * </table>
 *
 * <p>The agent's kind and reach, and the requester's authority, are in the severity of the signals
 * already and do not count again. All that it rests on only grows, so it never falls.
 *
 * @param severity how soon
 * @param reasons a sentence for each step
 */
record IncidentSeverity(Severity severity, List<String> reasons) {

  /** From this many anomalies on it is more than a chance hit. */
  static final int MANY = 5;

  IncidentSeverity {
    reasons = List.copyOf(reasons);
  }

  /**
   * The severity of an incident.
   *
   * @param worst of its signals
   * @param counts of its signals
   * @param agreeing kinds of signal that are evidence of their own
   */
  static IncidentSeverity of(Severity worst, SignalCounts counts, Collection<SignalKind> agreeing) {
    List<String> reasons = new ArrayList<>();
    if (counts.anomalies() >= MANY) {
      reasons.add(counts.anomalies() + " anomalies in one incident are hardly chance.");
    }
    if (agreeing.size() >= 2) {
      reasons.add(sentence(agreeing));
    }
    return new IncidentSeverity(worst.raisedBy(reasons.size()), reasons);
  }

  private static String sentence(Collection<SignalKind> agreeing) {
    List<String> names = agreeing.stream().sorted().map(IncidentSeverity::name).toList();
    String kinds = IncidentSentence.listed(names);
    return kinds.substring(0, 1).toUpperCase(Locale.ROOT)
        + kinds.substring(1)
        + " point the same way.";
  }

  private static String name(SignalKind kind) {
    return switch (kind) {
      case ANOMALY -> "anomalies";
      case DRIFT -> "drift";
      case FINDING -> "findings";
    };
  }
}
