package io.driftline.job.ocsf;

import static io.driftline.job.alert.JsonFields.text;
import static io.driftline.job.ocsf.OcsfFields.object;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.activity.AgentAction;
import java.io.IOException;

/** Writes one action as an element of {@code evidences}. */
final class OcsfAction {

  private OcsfAction() {}

  static void write(JsonGenerator json, AgentAction action, String sessionId) throws IOException {
    text(json, "uid", action.eventId());
    OcsfParties.actor(json, action.agent(), sessionId, action.credential(), action.requester());
    object(json, "api", it -> api(it, action));
    if (action.resource() != null) {
      json.writeArrayFieldStart("resources");
      OcsfParties.resource(json, action.resource(), "resource", OcsfRole.TARGET);
      json.writeEndArray();
    }
    if (action.sourceIp() != null) {
      object(json, "src_endpoint", it -> OcsfAddress.write(it, action.sourceIp()));
    }
    object(json, "data", it -> rest(it, action));
  }

  private static void api(JsonGenerator json, AgentAction action) throws IOException {
    text(json, "operation", action.action());
    object(json, "service", it -> text(it, "name", action.system()));
    if (action.outcome() != null) {
      object(json, "response", it -> text(it, "message", action.outcome().code()));
    }
  }

  private static void rest(JsonGenerator json, AgentAction action) throws IOException {
    text(json, "permission", action.permission());
    text(json, "trace_id", action.traceId());
    text(json, "parent_agent_id", action.parentAgentId());
    text(json, "credential_type", action.credential() == null ? null : action.credential().type());
    if (action.bytes() != null) {
      json.writeNumberField("bytes", action.bytes());
    }
  }
}
