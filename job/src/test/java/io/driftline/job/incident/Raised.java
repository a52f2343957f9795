package io.driftline.job.incident;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentKind;
import io.driftline.incident.Signal;
import io.driftline.incident.SignalKind;
import io.driftline.posture.Severity;
import java.time.Instant;
import java.util.List;

/** Signals for tests; times are minutes after a Monday, 09:00. */
final class Raised {

  static final long MINUTE = 60_000L;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  private static final long MONDAY = Instant.parse("2026-03-02T09:00:00Z").toEpochMilli();

  private Raised() {}

  static long at(double minutes) {
    return MONDAY + Math.round(minutes * MINUTE);
  }

  /** One of severity medium. */
  static Signal anomaly(String agent, String id, double minutes, String session) {
    return anomaly(agent, id, minutes, session, "resource_risk", Severity.MEDIUM);
  }

  static Signal anomaly(
      String agent, String id, double minutes, String session, String code, Severity severity) {
    return signal(SignalKind.ANOMALY, agent, id, minutes, session, code, severity);
  }

  static Signal finding(String agent, String id, double minutes) {
    return signal(SignalKind.FINDING, agent, id, minutes, null, "no_grant", Severity.MEDIUM);
  }

  private static Signal signal(
      SignalKind kind,
      String agent,
      String id,
      double minutes,
      String session,
      String code,
      Severity severity) {
    return new Signal(
        id,
        kind,
        code,
        at(minutes),
        new Agent(agent, AgentKind.ORGANIZATIONAL, null, null, "ops"),
        session,
        severity,
        kind == SignalKind.ANOMALY ? 80 : Double.NaN,
        1,
        "crm",
        "crm:" + code,
        null,
        List.of("e-" + id),
        false,
        agent + " did " + id + ".");
  }
}
