package io.driftline.job.alert;

import static io.driftline.job.alert.JsonFields.real;
import static io.driftline.job.alert.JsonFields.text;
import static io.driftline.job.alert.JsonFields.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.activity.Agent;
import io.driftline.decide.Anomaly;
import io.driftline.forest.Detector;
import io.driftline.forest.Provenance;
import io.driftline.forest.Verdict;
import java.io.IOException;
import java.time.Instant;

/**
 * Writes anomalies as {@code driftline.anomaly/1}, see {@code schemas/anomaly-v1.schema.json}.
 *
 * <p>What an event left out is left out; {@code model} and the scores of detectors that did not
 * judge are {@code null}, since that is something to know. Keys keep their order and numbers are
 * rounded, so that equal anomalies give equal bytes on every machine. All is ASCII: nothing in an
 * event reaches a terminal other than as an escape.
 */
public final class AnomalyJson {

  /** Names the layout. */
  public static final String SCHEMA = "driftline.anomaly/1";

  private AnomalyJson() {}

  /** One JSON object without a line break. */
  public static byte[] write(Anomaly anomaly) {
    return OutputJson.object(json -> writeAnomaly(json, anomaly));
  }

  private static void writeAnomaly(JsonGenerator json, Anomaly anomaly) throws IOException {
    text(json, "schema", SCHEMA);
    text(json, "id", anomaly.id());
    text(json, "kind", "anomaly");
    text(json, "time", anomaly.time().toString());
    writeAgent(json, anomaly);
    text(json, "session_id", anomaly.sessionId());
    ActionFields.write(json, anomaly.action());
    real(json, "score", anomaly.verdict().shownScore());
    real(json, "alert_line", anomaly.line());
    text(json, "severity", anomaly.severity().severity().code());
    real(json, "sensitivity", anomaly.severity().sensitivity());
    writeAuthority(json, anomaly);
    writeDetectors(json, anomaly.verdict());
    text(json, "lead", anomaly.verdict().lead().code());
    writeModel(json, anomaly.verdict().modelId(), anomaly.model());
    real(json, "maturity", anomaly.explanation().maturity());
    json.writeBooleanField("late", anomaly.late());
    ExplanationJson.write(json, anomaly.explanation());
  }

  /** Left out where no registry tells anything. */
  private static void writeAuthority(JsonGenerator json, Anomaly anomaly) throws IOException {
    if (!anomaly.severity().reasons().isEmpty()) {
      texts(json, "severity_reasons", anomaly.severity().reasons());
    }
    if (anomaly.authority() != null) {
      AuthorityFields.write(json, anomaly.authority());
    }
  }

  private static void writeAgent(JsonGenerator json, Anomaly anomaly) throws IOException {
    Agent agent = anomaly.action().agent();
    json.writeObjectFieldStart("agent");
    AgentFields.write(json, agent);
    text(json, "cohort", anomaly.cohort());
    json.writeEndObject();
  }

  private static void writeDetectors(JsonGenerator json, Verdict verdict) throws IOException {
    json.writeObjectFieldStart("detectors");
    for (Detector detector : Detector.values()) {
      if (verdict.modelId() == null && detector != verdict.lead()) {
        json.writeNullField(detector.code());
      } else {
        real(json, detector.code(), verdict.scoreOf(detector));
      }
    }
    json.writeEndObject();
  }

  private static void writeModel(JsonGenerator json, String id, Provenance trained)
      throws IOException {
    if (trained == null) {
      json.writeNullField("model");
      return;
    }
    json.writeObjectFieldStart("model");
    text(json, "id", id);
    text(json, "cohort", trained.cohort());
    text(json, "trained_from", Instant.ofEpochMilli(trained.from()).toString());
    text(json, "trained_to", Instant.ofEpochMilli(trained.to()).toString());
    json.writeNumberField("rows", trained.rows());
    json.writeEndObject();
  }
}
