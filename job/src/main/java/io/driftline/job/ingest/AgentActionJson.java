package io.driftline.job.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.Credential;
import io.driftline.activity.Requester;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes actions as {@code agent-activity} v1 events. {@link ActivityDecoder} reads back an equal
 * action, provided that it keeps the contract's limits. What is absent is left out.
 */
public final class AgentActionJson {

  private static final JsonFactory JSON = new JsonFactory();

  private AgentActionJson() {}

  /** One JSON object in UTF-8, without a line break. */
  public static byte[] write(AgentAction action) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      writeAction(json, action);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return out.toByteArray();
  }

  private static void writeAction(JsonGenerator json, AgentAction action) throws IOException {
    text(json, EventField.EVENT_ID, action.eventId());
    text(json, EventField.TIME, action.time().toString());
    writeAgent(json, action.agent());
    writeRequester(json, action.requester());
    text(json, EventField.SESSION_ID, action.sessionId());
    text(json, EventField.TRACE_ID, action.traceId());
    text(json, EventField.PARENT_AGENT_ID, action.parentAgentId());
    text(json, EventField.SYSTEM, action.system());
    text(json, EventField.ACTION, action.action());
    text(json, EventField.PERMISSION, action.permission());
    text(json, EventField.RESOURCE, action.resource());
    text(json, EventField.OUTCOME, action.outcome() == null ? null : action.outcome().code());
    writeCredential(json, action.credential());
    text(json, EventField.SOURCE_IP, action.sourceIp());
    if (action.bytes() != null) {
      json.writeNumberField(EventField.BYTES.key(), action.bytes());
    }
  }

  private static void writeAgent(JsonGenerator json, Agent agent) throws IOException {
    json.writeObjectFieldStart(EventField.AGENT.key());
    text(json, EventField.AGENT_ID, agent.id());
    text(json, EventField.AGENT_KIND, agent.kind() == null ? null : agent.kind().code());
    text(json, EventField.AGENT_NAME, agent.name());
    text(json, EventField.AGENT_VERSION, agent.version());
    text(json, EventField.AGENT_OWNER, agent.owner());
    json.writeEndObject();
  }

  private static void writeRequester(JsonGenerator json, Requester requester) throws IOException {
    if (requester != null) {
      json.writeObjectFieldStart(EventField.REQUESTER.key());
      text(json, EventField.REQUESTER_ID, requester.id());
      text(
          json,
          EventField.REQUESTER_TYPE,
          requester.type() == null ? null : requester.type().code());
      json.writeEndObject();
    }
  }

  private static void writeCredential(JsonGenerator json, Credential credential)
      throws IOException {
    if (credential != null) {
      json.writeObjectFieldStart(EventField.CREDENTIAL.key());
      text(json, EventField.CREDENTIAL_ID, credential.id());
      text(json, EventField.CREDENTIAL_TYPE, credential.type());
      json.writeEndObject();
    }
  }

  private static void text(JsonGenerator json, EventField field, String text) throws IOException {
    if (text != null) {
      json.writeStringField(field.key(), text);
    }
  }
}
