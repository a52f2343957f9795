package io.driftline.job.incident;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentKind;
import io.driftline.incident.AgenticRisk;
import io.driftline.incident.ClosingReason;
import io.driftline.incident.HiddenCause;
import io.driftline.incident.HiddenCount;
import io.driftline.incident.Incident;
import io.driftline.incident.IncidentChange;
import io.driftline.incident.Signal;
import io.driftline.incident.SignalCounts;
import io.driftline.incident.SignalKind;
import io.driftline.incident.Technique;
import io.driftline.posture.Severity;
import java.time.Instant;
import java.util.List;

/** Incidents and hidden counts that tests share. */
public final class Incidents {

  private static final long DAY = millis("2026-03-01T00:00:00Z");
  private static final long FIRST = millis("2026-03-01T09:30:00.250Z");
  private static final long LAST = millis("2026-03-01T09:41:00Z");
  private static final Agent AGENT =
      new Agent("sales-assistant-3", AgentKind.ORGANIZATIONAL, "Sales assistant", "2.4", "ops");

  private Incidents() {}

  /** One that has everything but an end. */
  public static Incident updated() {
    return new Incident(
        "5d0c00112233aabb",
        3,
        IncidentChange.UPDATED,
        null,
        LAST,
        AGENT,
        List.of("s1"),
        FIRST,
        LAST,
        Severity.CRITICAL,
        List.of("Two kinds of signals agree."),
        97.3,
        new SignalCounts(14, 0, 1),
        List.of("payments", "crm"),
        List.of(Technique.RESOURCE_CONSUMPTION, Technique.AI_AGENT_TOOL_INVOCATION),
        List.of(AgenticRisk.TOOL_MISUSE),
        List.of(anomaly(), finding()),
        2,
        "Unusual payments of sales-assistant-3",
        "sales-assistant-3 did what it never did in payments \u001b[2J, for ana.");
  }

  /** One that has nothing it may do without. */
  public static Incident closed() {
    return new Incident(
        "00000000000000ff",
        4,
        IncidentChange.CLOSED,
        ClosingReason.QUIET,
        millis("2026-03-01T13:41:00Z"),
        new Agent("a1", null, null, null, null),
        List.of(),
        LAST,
        LAST,
        Severity.LOW,
        List.of(),
        Double.NaN,
        new SignalCounts(0, 1, 0),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        0,
        "Drift of a1",
        "Nothing more was raised.");
  }

  /** Signals that a suppression hid. */
  public static HiddenCount suppressed() {
    return new HiddenCount(
        "00112233aabbccdd",
        HiddenCause.SUPPRESSION,
        "nightly-export",
        DAY,
        LAST,
        12,
        3,
        "sales-assistant-3",
        "b39e1a7d0c8c4b95",
        "Suppression nightly-export hid 12 signals of 3 agents on 2026-03-01.");
  }

  /** An incident that a budget held back. */
  public static HiddenCount heldBack() {
    return new HiddenCount(
        "00112233aabbccde",
        HiddenCause.GLOBAL_BUDGET,
        null,
        DAY,
        LAST,
        1,
        1,
        "a1",
        "00000000000000ff",
        "1 incident was held back on 2026-03-01.");
  }

  private static Signal anomaly() {
    return new Signal(
        "b39e1a7d0c8c4b95",
        SignalKind.ANOMALY,
        "resource_risk",
        FIRST,
        AGENT,
        "s1",
        Severity.CRITICAL,
        97.3,
        1,
        "payments",
        "payments:transfer",
        "ana",
        List.of("e412", "e400"),
        false,
        "It has never used permission payments:transfer.");
  }

  private static Signal finding() {
    return new Signal(
        "0f1e2d3c4b5a6978",
        SignalKind.FINDING,
        "ownerless_agent",
        LAST,
        AGENT,
        null,
        Severity.MEDIUM,
        Double.NaN,
        1,
        null,
        null,
        null,
        List.of(),
        false,
        "sales-assistant-3 has no owner.");
  }

  private static long millis(String time) {
    return Instant.parse(time).toEpochMilli();
  }
}
