package io.driftline.job.registry;

import static io.driftline.job.alert.JsonFields.text;
import static io.driftline.job.alert.JsonFields.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.job.alert.OutputJson;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import io.driftline.registry.RegisteredCredential;
import io.driftline.registry.Right;
import io.driftline.registry.UserRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Writes records of the registry as {@link RegistryReader} reads them. */
public final class RegistryJson {

  private RegistryJson() {}

  /** One JSON object without a line break, in ASCII. */
  public static byte[] write(RegistryEntry entry) {
    return OutputJson.object(json -> writeFields(json, entry));
  }

  /** The fields of a record, into an object that is begun; what is not known is left out. */
  public static void writeFields(JsonGenerator json, RegistryEntry entry) throws IOException {
    text(json, RegistryContract.idField(entry.subject()), entry.id());
    if (entry.isRemoval()) {
      json.writeBooleanField("removed", true);
    } else if (entry.agent() != null) {
      writeAgent(json, entry.agent());
    } else {
      writeUser(json, entry.user());
    }
    time(json, "effective", entry.effective());
  }

  private static void writeAgent(JsonGenerator json, AgentRecord agent) throws IOException {
    text(json, "kind", agent.kind() == null ? null : agent.kind().code());
    text(json, "owner", agent.owner());
    text(json, "vendor", agent.vendor());
    text(json, "purpose", agent.purpose());
    text(json, "version", agent.version());
    declaredTexts(json, "systems", agent.systems());
    declaredTexts(json, "invokers", agent.invokers());
    list(json, "grants", agent.grants(), RegistryJson::writeGrant);
    list(json, "credentials", agent.credentials(), RegistryJson::writeCredential);
  }

  private static void writeUser(JsonGenerator json, UserRecord user) throws IOException {
    text(json, "status", user.status().code());
    list(json, "entitlements", user.entitlements(), RegistryJson::writeRight);
    text(json, "manager", user.manager());
  }

  private static void writeGrant(JsonGenerator json, Grant grant) throws IOException {
    writeRight(json, grant.right());
    time(json, "granted", grant.granted());
    time(json, "expires", grant.expires());
    time(json, "reviewed", grant.reviewed());
  }

  private static void writeRight(JsonGenerator json, Right right) throws IOException {
    text(json, "system", right.system());
    text(json, "permission", right.permission());
  }

  private static void writeCredential(JsonGenerator json, RegisteredCredential credential)
      throws IOException {
    text(json, "id", credential.id());
    text(json, "type", credential.type());
    time(json, "rotated", credential.rotated());
  }

  /** Writes the fields of one entry. */
  @FunctionalInterface
  private interface Fields<T> {
    void write(JsonGenerator json, T entry) throws IOException;
  }

  private static <T> void list(JsonGenerator json, String key, List<T> entries, Fields<T> fields)
      throws IOException {
    if (entries == null) {
      return;
    }
    json.writeArrayFieldStart(key);
    for (T entry : entries) {
      json.writeStartObject();
      fields.write(json, entry);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void declaredTexts(JsonGenerator json, String key, List<String> texts)
      throws IOException {
    if (texts != null) {
      texts(json, key, texts);
    }
  }

  private static void time(JsonGenerator json, String key, Instant time) throws IOException {
    text(json, key, time == null ? null : time.toString());
  }
}
