package io.driftline.job.alert;

import static io.driftline.job.alert.JsonFields.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.activity.Agent;
import java.io.IOException;

/** Writes who an output is about. */
public final class AgentFields {

  private AgentFields() {}

  /** Into an object that is open. */
  public static void write(JsonGenerator json, Agent agent) throws IOException {
    text(json, "id", agent.id());
    text(json, "kind", agent.kind() == null ? null : agent.kind().code());
    text(json, "name", agent.name());
    text(json, "version", agent.version());
    text(json, "owner", agent.owner());
  }
}
