package io.driftline.job.alert;

import static io.driftline.job.alert.JsonFields.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.activity.AgentAction;
import io.driftline.activity.Credential;
import java.io.IOException;

/** Writes what was done, as the event stated it. */
public final class ActionFields {

  private ActionFields() {}

  /** As the object {@code action}, into an object that is open. */
  public static void write(JsonGenerator json, AgentAction action) throws IOException {
    json.writeObjectFieldStart("action");
    text(json, "event_id", action.eventId());
    text(json, "system", action.system());
    text(json, "action", action.action());
    text(json, "permission", action.permission());
    text(json, "resource", action.resource());
    text(json, "outcome", action.outcome() == null ? null : action.outcome().code());
    RequesterFields.write(json, action.requester());
    writeCredential(json, action.credential());
    text(json, "source_ip", action.sourceIp());
    if (action.bytes() != null) {
      json.writeNumberField("bytes", action.bytes());
    }
    text(json, "trace_id", action.traceId());
    text(json, "parent_agent_id", action.parentAgentId());
    json.writeEndObject();
  }

  private static void writeCredential(JsonGenerator json, Credential credential)
      throws IOException {
    if (credential != null) {
      json.writeObjectFieldStart("credential");
      text(json, "id", credential.id());
      text(json, "type", credential.type());
      json.writeEndObject();
    }
  }
}
