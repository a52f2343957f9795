package io.driftline.incident;

import io.driftline.activity.Agent;
import io.driftline.posture.Severity;
import java.util.List;
import java.util.Objects;

/**
 * One thing that was raised about an agent, as incidents see it: enough to judge it by, and its id
 * to look up the rest.
 *
 * @param id of the anomaly, the drift or the finding; 16 hexadecimal digits
 * @param kind which of them it is
 * @param code what it is about: the feature that carried an anomaly most, kind and dimension of a
 *     drift ({@code growth.permission}), or the rule of a finding
 * @param time when it became so, event time in epoch milliseconds
 * @param agent whose it is; what is not known of it is {@code null}
 * @param sessionId the session it happened in; {@code null} where it belongs to none
 * @param severity how soon somebody should look
 * @param score 0 to 100; {@link Double#NaN} for what is not scored
 * @param weight how much it counts as evidence, 0 to 1, see {@link SignalWeight}
 * @param system what it was done on; {@code null} where it is about none
 * @param permission what right was used; {@code null} where it is about none
 * @param requester for whom; {@code null} where nobody is named
 * @param evidence ids of events that show it, the earliest first; may be empty
 * @param over whether it says that what was raised is over; the id is then that of the opening
 * @param summary one sentence
 */
public record Signal(
    String id,
    SignalKind kind,
    String code,
    long time,
    Agent agent,
    String sessionId,
    Severity severity,
    double score,
    double weight,
    String system,
    String permission,
    String requester,
    List<String> evidence,
    boolean over,
    String summary) {

  public Signal {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(severity, "severity");
    if (score < 0 || score > 100) {
      throw new IllegalArgumentException("score must lie in [0, 100] or be NaN, was " + score);
    }
    if (!(weight >= 0 && weight <= 1)) {
      throw new IllegalArgumentException("weight must lie in [0, 1], was " + weight);
    }
    evidence = List.copyOf(evidence);
    Objects.requireNonNull(summary, "summary");
  }
}
