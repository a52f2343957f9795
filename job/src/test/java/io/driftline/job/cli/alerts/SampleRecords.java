package io.driftline.job.cli.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentKind;
import io.driftline.decide.Anomaly;
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
import io.driftline.job.alert.Anomalies;
import io.driftline.job.alert.AnomalyJson;
import io.driftline.job.alert.DriftEvents;
import io.driftline.job.alert.DriftJson;
import io.driftline.job.incident.HiddenJson;
import io.driftline.job.incident.IncidentJson;
import io.driftline.job.posture.FindingJson;
import io.driftline.posture.BlastRadius.Reach;
import io.driftline.posture.Finding;
import io.driftline.posture.FindingStatus;
import io.driftline.posture.FindingSubject;
import io.driftline.posture.PostureRule;
import io.driftline.posture.Resolution;
import io.driftline.posture.Severity;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the job may have raised, for tests. */
final class SampleRecords {

  static final String INCIDENT = "5d0c7a10b2c3d4e5";
  static final String OTHER_INCIDENT = "5d0cffffb2c3d4e5";
  static final String FINDING = "0badcafe12345678";
  static final Anomaly ANOMALY = Anomalies.full();

  private static final Agent AGENT =
      new Agent("sales-assistant-3", AgentKind.ORGANIZATIONAL, "Sales assistant", "2.4", "ops");

  private SampleRecords() {}

  /** The life of one incident: opened, updated (number 3), closed. */
  static List<byte[]> incident() {
    return List.of(
        IncidentJson.write(
            incident(1, IncidentChange.OPENED, "09:30:00", Severity.HIGH, counts(1, 0))),
        IncidentJson.write(
            incident(3, IncidentChange.UPDATED, "09:41:00", Severity.CRITICAL, counts(14, 1))),
        IncidentJson.write(
            incident(4, IncidentChange.CLOSED, "13:41:00", Severity.CRITICAL, counts(14, 1))));
  }

  /** One that is open, of an agent whose name would steer a terminal. */
  static byte[] otherIncident() {
    return IncidentJson.write(
        new Incident(
            OTHER_INCIDENT,
            1,
            IncidentChange.OPENED,
            null,
            time("10:00:00"),
            new Agent("mail-bot\u001b[2J", null, null, null, null),
            List.of(),
            time("10:00:00"),
            time("10:00:00"),
            Severity.MEDIUM,
            List.of(),
            Double.NaN,
            new SignalCounts(0, 1, 0),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            0,
            "A drift",
            "It drifts.\nCRITICAL forged line"));
  }

  static byte[] anomaly() {
    return AnomalyJson.write(ANOMALY);
  }

  static byte[] drift() {
    return DriftJson.write(DriftEvents.mixShift());
  }

  static List<byte[]> finding() {
    return List.of(
        FindingJson.write(finding(FindingStatus.OPEN, null, "08:00:00")),
        FindingJson.write(finding(FindingStatus.RESOLVED, Resolution.REPAIRED, "11:00:00")));
  }

  static byte[] hidden(long count) {
    return HiddenJson.write(
        new HiddenCount(
            "00000000000000aa",
            HiddenCause.SUPPRESSION,
            "quiet-crm",
            time("00:00:00"),
            time("12:00:00"),
            count,
            2,
            "crm-bot",
            "1234567890abcdef",
            "So many were hidden."));
  }

  static byte[] hiddenByBudget() {
    return HiddenJson.write(
        new HiddenCount(
            "00000000000000bb",
            HiddenCause.GLOBAL_BUDGET,
            null,
            time("00:00:00"),
            time("12:00:00"),
            5_000,
            1_000,
            "mail-bot",
            "fedcba0987654321",
            "So many were hidden."));
  }

  /** As it would lie in a topic. */
  static ConsumerRecord<byte[], byte[]> record(int partition, long offset, byte[] value) {
    return new ConsumerRecord<>("topic", partition, offset, null, value);
  }

  static ConsumerRecord<byte[], byte[]> record(int partition, long offset, String value) {
    return record(partition, offset, value.getBytes(UTF_8));
  }

  private static Incident incident(
      int number, IncidentChange change, String time, Severity severity, SignalCounts counts) {
    boolean closed = change == IncidentChange.CLOSED;
    return new Incident(
        INCIDENT,
        number,
        change,
        closed ? ClosingReason.QUIET : null,
        time(time),
        AGENT,
        List.of("s1"),
        time("09:30:00"),
        time(closed ? "09:41:00" : time),
        severity,
        List.of("ana is not entitled to payments:transfer on payments."),
        97.3,
        counts,
        List.of("payments", "crm"),
        List.of(Technique.AI_AGENT_TOOL_INVOCATION),
        List.of(AgenticRisk.TOOL_MISUSE),
        signals(),
        2,
        "Unusual transfers in payments",
        "sales-assistant-3 did 14 unusual things in session s1, the gravest in payments.");
  }

  private static List<Signal> signals() {
    return List.of(
        signal("1111111111111111", SignalKind.ANOMALY, "rate", Severity.HIGH, 99.75),
        signal("2222222222222222", SignalKind.ANOMALY, "hour", Severity.CRITICAL, 80.25),
        signal(ANOMALY.id(), SignalKind.ANOMALY, "resource_risk", Severity.CRITICAL, 97.3),
        signal(FINDING, SignalKind.FINDING, "unused_grant", Severity.CRITICAL, Double.NaN));
  }

  private static Signal signal(
      String id, SignalKind kind, String code, Severity severity, double score) {
    return new Signal(
        id,
        kind,
        code,
        time("09:30:00"),
        AGENT,
        "s1",
        severity,
        score,
        1,
        "payments",
        "payments:transfer",
        "ana",
        kind == SignalKind.ANOMALY ? List.of("e400", "e412") : List.of(),
        false,
        "One sentence about " + code + ".");
  }

  private static Finding finding(FindingStatus status, Resolution resolution, String time) {
    return new Finding(
        FINDING,
        status,
        resolution,
        PostureRule.OWNERLESS_AGENT,
        Severity.HIGH,
        "sales-assistant-3",
        AgentKind.ORGANIZATIONAL,
        null,
        new FindingSubject("crm", null, null, null, null),
        time(time),
        time("08:00:00"),
        time(time),
        3,
        Reach.WIDE,
        List.of("e7"),
        "sales-assistant-3 has no owner.");
  }

  private static SignalCounts counts(long anomalies, long findings) {
    return new SignalCounts(anomalies, 0, findings);
  }

  private static long time(String ofDay) {
    return Instant.parse("2026-03-01T" + ofDay + "Z").toEpochMilli();
  }
}
