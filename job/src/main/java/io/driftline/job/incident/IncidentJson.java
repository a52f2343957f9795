package io.driftline.job.incident;

import static io.driftline.job.alert.JsonFields.real;
import static io.driftline.job.alert.JsonFields.text;
import static io.driftline.job.alert.JsonFields.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.incident.AgenticRisk;
import io.driftline.incident.Incident;
import io.driftline.incident.Signal;
import io.driftline.incident.SignalCounts;
import io.driftline.incident.Technique;
import io.driftline.job.alert.AgentFields;
import io.driftline.job.alert.OutputJson;
import java.io.IOException;
import java.time.Instant;

/** Writes incidents as {@code driftline.incident/1}, see {@code incident-v1.schema.json}. */
public final class IncidentJson {

  /** Names the layout. */
  public static final String SCHEMA = "driftline.incident/1";

  private IncidentJson() {}

  /** One JSON object without a line break, in ASCII. */
  public static byte[] write(Incident incident) {
    return OutputJson.object(json -> writeIncident(json, incident));
  }

  private static void writeIncident(JsonGenerator json, Incident incident) throws IOException {
    text(json, "schema", SCHEMA);
    text(json, "id", incident.id());
    json.writeNumberField("number", incident.number());
    text(json, "change", incident.change().code());
    text(json, "closing", incident.closing() == null ? null : incident.closing().code());
    time(json, "time", incident.time());
    text(json, "title", incident.title());
    text(json, "summary", incident.summary());
    text(json, "severity", incident.severity().code());
    texts(json, "severity_reasons", incident.severityReasons());
    score(json, incident.score());
    writeAgent(json, incident);
    texts(json, "sessions", incident.sessions());
    time(json, "first_seen", incident.firstSeen());
    time(json, "last_seen", incident.lastSeen());
    writeCounts(json, incident.counts());
    texts(json, "systems", incident.systems());
    writeThreats(json, incident);
    writeSignals(json, incident);
    json.writeNumberField("hidden", incident.hidden());
  }

  private static void writeAgent(JsonGenerator json, Incident incident) throws IOException {
    json.writeObjectFieldStart("agent");
    AgentFields.write(json, incident.agent());
    json.writeEndObject();
  }

  private static void writeCounts(JsonGenerator json, SignalCounts counts) throws IOException {
    json.writeObjectFieldStart("counts");
    json.writeNumberField("anomalies", counts.anomalies());
    json.writeNumberField("drifts", counts.drifts());
    json.writeNumberField("findings", counts.findings());
    json.writeEndObject();
  }

  private static void writeThreats(JsonGenerator json, Incident incident) throws IOException {
    json.writeArrayFieldStart("atlas");
    for (Technique technique : incident.techniques()) {
      writeThreat(json, technique.id(), technique.title());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("owasp");
    for (AgenticRisk risk : incident.risks()) {
      writeThreat(json, risk.id(), risk.title());
    }
    json.writeEndArray();
  }

  private static void writeThreat(JsonGenerator json, String id, String name) throws IOException {
    json.writeStartObject();
    text(json, "id", id);
    text(json, "name", name);
    json.writeEndObject();
  }

  private static void writeSignals(JsonGenerator json, Incident incident) throws IOException {
    json.writeArrayFieldStart("signals");
    for (Signal signal : incident.signals()) {
      writeSignal(json, signal);
    }
    json.writeEndArray();
  }

  private static void writeSignal(JsonGenerator json, Signal signal) throws IOException {
    json.writeStartObject();
    text(json, "id", signal.id());
    text(json, "kind", signal.kind().code());
    text(json, "code", signal.code());
    time(json, "time", signal.time());
    text(json, "severity", signal.severity().code());
    score(json, signal.score());
    text(json, "session_id", signal.sessionId());
    text(json, "system", signal.system());
    text(json, "permission", signal.permission());
    text(json, "requester", signal.requester());
    texts(json, "evidence", signal.evidence());
    text(json, "summary", signal.summary());
    json.writeEndObject();
  }

  /** Left out where nothing was scored. */
  private static void score(JsonGenerator json, double score) throws IOException {
    if (!Double.isNaN(score)) {
      real(json, "score", score);
    }
  }

  private static void time(JsonGenerator json, String key, long millis) throws IOException {
    text(json, key, Instant.ofEpochMilli(millis).toString());
  }
}
