package io.driftline.job.cli.simulation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.job.registry.RegistryEntry;
import io.driftline.job.registry.RegistryJson;
import io.driftline.posture.FindingSubject;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.RegistryChange;
import io.driftline.simulate.DriftTruth;
import io.driftline.simulate.Entrance;
import io.driftline.simulate.PlantedViolation;
import io.driftline.simulate.SessionLabel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * Lines of {@code registry.jsonl} and {@code labels.jsonl}, as the readers of {@code
 * io.driftline.job.evaluate} take them, of {@code drift.jsonl}, and of {@code truth.jsonl}. What is
 * unknown is left out, but for the session id, whose {@code null} means an agent that sends none.
 */
public final class SimulationLines {

  private static final JsonFactory JSON = new JsonFactory();

  private SimulationLines() {}

  /** One registered agent as a JSON object in UTF-8, without a line break. */
  public static byte[] registered(AgentRecord agent) {
    return object(
        json -> {
          text(json, "agent_id", agent.agentId());
          text(json, "kind", agent.kind() == null ? null : agent.kind().code());
          text(json, "owner", agent.owner());
          text(json, "purpose", agent.purpose());
        });
  }

  /** One session's label as a JSON object in UTF-8, without a line break. */
  public static byte[] label(SessionLabel label) {
    return object(
        json -> {
          json.writeStringField("session_id", label.sessionId());
          text(json, "agent_id", label.agentId());
          text(json, "phase", label.phase().code());
          json.writeBooleanField("hijacked", label.hijacked());
          text(json, "attack", label.attack() == null ? null : label.attack().code());
          json.writeArrayFieldStart("malicious_event_ids");
          for (String eventId : label.maliciousEventIds()) {
            json.writeString(eventId);
          }
          json.writeEndArray();
        });
  }

  /**
   * The truth about one agent's drift as a JSON object in UTF-8, without a line break: {@code
   * agent_id}, {@code script}, {@code onset}, {@code end}, {@code entrances} (each {@code item},
   * {@code planned} and {@code first_used}) and {@code release}; times in RFC 3339. A stable agent
   * has no script.
   */
  public static byte[] truth(DriftTruth truth) {
    return object(
        json -> {
          json.writeStringField("agent_id", truth.agentId());
          text(json, "script", truth.stable() ? null : truth.script().code());
          time(json, "onset", truth.onset());
          time(json, "end", truth.end());
          json.writeArrayFieldStart("entrances");
          for (Entrance entrance : truth.entrances()) {
            entrance(json, entrance);
          }
          json.writeEndArray();
          time(json, "release", truth.release());
        });
  }

  /** What the registry says from a time on as a JSON object in UTF-8, without a line break. */
  public static byte[] changed(RegistryChange change) {
    Instant effective = Instant.ofEpochMilli(change.time());
    return RegistryJson.write(
        new RegistryEntry(change.subject(), change.id(), effective, change.agent(), change.user()));
  }

  /**
   * The truth about one violation of a rule as a JSON object in UTF-8, without a line break: {@code
   * rule}, {@code agent_id}, what it is about ({@code system}, {@code permission}, {@code user},
   * {@code credential}, {@code through}, as far as it matters), {@code known_from} in RFC 3339, and
   * {@code companion} where it is only there because of another violation.
   */
  public static byte[] violation(PlantedViolation planted) {
    return object(
        json -> {
          json.writeStringField("rule", planted.rule().id());
          json.writeStringField("agent_id", planted.agentId());
          subject(json, planted.subject());
          time(json, "known_from", Instant.ofEpochMilli(planted.knownFrom()));
          if (planted.companion()) {
            json.writeBooleanField("companion", true);
          }
        });
  }

  private static void subject(JsonGenerator json, FindingSubject subject) throws IOException {
    text(json, "system", subject.system());
    text(json, "permission", subject.permission());
    text(json, "user", subject.user());
    text(json, "credential", subject.credential());
    text(json, "through", subject.through());
  }

  private static void entrance(JsonGenerator json, Entrance entrance) throws IOException {
    json.writeStartObject();
    json.writeStringField("item", entrance.item());
    time(json, "planned", entrance.planned());
    time(json, "first_used", entrance.firstUsed());
    json.writeEndObject();
  }

  @FunctionalInterface
  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private static byte[] object(Fields fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return out.toByteArray();
  }

  private static void text(JsonGenerator json, String field, String text) throws IOException {
    if (text != null) {
      json.writeStringField(field, text);
    }
  }

  private static void time(JsonGenerator json, String field, Instant time) throws IOException {
    text(json, field, time == null ? null : time.toString());
  }
}
