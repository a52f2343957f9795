package io.driftline.job.alert;

import static io.driftline.job.alert.JsonFields.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.posture.CredentialEntry;
import io.driftline.posture.JudgedAgent;
import java.io.IOException;
import java.time.Instant;

/**
 * Writes the inventory of credentials as {@code driftline.credential/1}, see {@code
 * schemas/credential-v1.schema.json}.
 */
public final class CredentialJson {

  /** Names the layout. */
  static final String SCHEMA = "driftline.credential/1";

  private CredentialJson() {}

  /** One JSON object without a line break, in ASCII. */
  public static byte[] write(CredentialEntry entry) {
    return OutputJson.object(json -> writeEntry(json, entry));
  }

  private static void writeEntry(JsonGenerator json, CredentialEntry entry) throws IOException {
    text(json, "schema", SCHEMA);
    text(json, "id", entry.id());
    writeAgent(json, entry.agent());
    json.writeObjectFieldStart("credential");
    text(json, "id", entry.credential());
    text(json, "type", entry.type());
    json.writeEndObject();
    text(json, "standing", entry.standing().code());
    text(json, "first_used", Instant.ofEpochMilli(entry.firstUsed()).toString());
    text(json, "last_used", Instant.ofEpochMilli(entry.lastUsed()).toString());
    json.writeNumberField("count", entry.count());
  }

  private static void writeAgent(JsonGenerator json, JudgedAgent agent) throws IOException {
    json.writeObjectFieldStart("agent");
    text(json, "id", agent.id());
    text(json, "kind", agent.kind() == null ? null : agent.kind().code());
    text(json, "owner", agent.owner());
    json.writeEndObject();
  }
}
