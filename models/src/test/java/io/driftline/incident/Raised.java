package io.driftline.incident;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentKind;
import io.driftline.posture.Severity;
import java.time.Instant;
import java.util.List;

/** Builds signals of {@code bot} for tests; times are minutes after a Monday, 09:00. */
final class Raised {

  static final long MINUTE = 60_000L;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;
  static final long MONDAY = Instant.parse("2026-03-02T09:00:00Z").toEpochMilli();

  private static final Agent BOT = new Agent("bot", AgentKind.ORGANIZATIONAL, "Bot", "2.4", "ops");

  private final SignalKind kind;
  private final String id;
  private final long time;
  private String code;
  private String session;
  private Severity severity = Severity.MEDIUM;
  private double score = Double.NaN;
  private double weight = 1;
  private String system = "crm";
  private List<String> evidence = List.of();
  private boolean over;

  private Raised(SignalKind kind, String id, String code, double minutes) {
    this.kind = kind;
    this.id = id;
    this.code = code;
    this.time = at(minutes);
  }

  static long at(double minutes) {
    return MONDAY + Math.round(minutes * MINUTE);
  }

  static Raised anomaly(String id, double minutes, String session) {
    Raised raised = new Raised(SignalKind.ANOMALY, id, "resource_risk", minutes);
    raised.session = session;
    raised.score = 80;
    return raised;
  }

  static Raised finding(String id, double minutes) {
    return new Raised(SignalKind.FINDING, id, "no_grant", minutes);
  }

  static Raised drift(String id, double minutes) {
    Raised raised = new Raised(SignalKind.DRIFT, id, "growth.system", minutes);
    raised.system = null;
    return raised;
  }

  Raised code(String other) {
    code = other;
    return this;
  }

  Raised severity(Severity other) {
    severity = other;
    return this;
  }

  Raised score(double other) {
    score = other;
    return this;
  }

  Raised weight(double other) {
    weight = other;
    return this;
  }

  Raised on(String other) {
    system = other;
    return this;
  }

  Raised evidence(String... ids) {
    evidence = List.of(ids);
    return this;
  }

  Raised over() {
    over = true;
    return this;
  }

  Signal signal() {
    return new Signal(
        id,
        kind,
        code,
        time,
        kind == SignalKind.FINDING
            ? new Agent("bot", AgentKind.ORGANIZATIONAL, null, null, "ops")
            : BOT,
        session,
        severity,
        score,
        weight,
        system,
        system == null ? null : system + ":" + code,
        "ana",
        evidence,
        over,
        "bot did " + id + ".");
  }
}
