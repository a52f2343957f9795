package io.driftline.job.alert;

import static io.driftline.job.alert.JsonFields.real;
import static io.driftline.job.alert.JsonFields.text;
import static io.driftline.job.alert.JsonFields.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.activity.Agent;
import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftKind;
import io.driftline.drift.DriftSignal;
import io.driftline.drift.ShareChange;
import java.io.IOException;
import java.time.Instant;

/** Writes drift as {@code driftline.drift/1}, see {@code schemas/drift-v1.schema.json}. */
public final class DriftJson {

  /** Names the layout. */
  public static final String SCHEMA = "driftline.drift/1";

  private DriftJson() {}

  /** One JSON object without a line break, in ASCII. */
  public static byte[] write(DriftEvent event) {
    return OutputJson.object(json -> writeEvent(json, event));
  }

  private static void writeEvent(JsonGenerator json, DriftEvent event) throws IOException {
    DriftSignal signal = event.signal();
    text(json, "schema", SCHEMA);
    text(json, "id", event.id());
    text(json, "kind", signal.kind().code());
    text(json, "dimension", signal.dimension().code());
    text(json, "time", Instant.ofEpochMilli(signal.found()).toString());
    text(json, "began", Instant.ofEpochMilli(signal.began()).toString());
    writeAgent(json, event.agent(), event.cohort());
    if (signal.kind() != DriftKind.MIX_SHIFT) {
      real(json, "before", signal.before());
      real(json, "after", signal.after());
    }
    real(json, "strength", signal.strength());
    real(json, "significance", signal.significance());
    writeChanges(json, signal);
    texts(json, "evidence", signal.evidence());
    if (signal.kind() == DriftKind.PEER_DIVERGENCE) {
      json.writeNumberField("peers", signal.peers());
    }
    text(json, "new_version", signal.version());
    text(json, "summary", event.summary());
  }

  private static void writeAgent(JsonGenerator json, Agent agent, String cohort)
      throws IOException {
    json.writeObjectFieldStart("agent");
    AgentFields.write(json, agent);
    text(json, "cohort", cohort);
    json.writeEndObject();
  }

  private static void writeChanges(JsonGenerator json, DriftSignal signal) throws IOException {
    json.writeArrayFieldStart("changes");
    for (ShareChange change : signal.changes()) {
      json.writeStartObject();
      text(json, "value", change.value());
      real(json, "before", change.before());
      real(json, "after", change.after());
      text(json, "first_event", change.firstEvent());
      text(json, "granted", change.granted() == null ? null : change.granted().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
