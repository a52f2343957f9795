package io.driftline.job.alert;

import static io.driftline.job.alert.JsonFields.text;
import static io.driftline.job.alert.JsonFields.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.driftline.relation.Edge;
import java.io.IOException;
import java.time.Instant;

/**
 * Writes edges as {@code driftline.relationship/1}, see {@code
 * schemas/relationship-v1.schema.json}.
 */
public final class EdgeJson {

  /** Names the layout. */
  public static final String SCHEMA = "driftline.relationship/1";

  private EdgeJson() {}

  /** One JSON object without a line break, in ASCII. */
  public static byte[] write(Edge edge) {
    return OutputJson.object(json -> writeEdge(json, edge));
  }

  private static void writeEdge(JsonGenerator json, Edge edge) throws IOException {
    text(json, "schema", SCHEMA);
    text(json, "id", edge.id());
    text(json, "agent_id", edge.agentId());
    RequesterFields.write(json, edge.requester());
    texts(json, "chain", edge.chain());
    text(json, "system", edge.system());
    texts(json, "permissions", edge.permissions());
    json.writeNumberField("count", edge.count());
    text(json, "first_seen", Instant.ofEpochMilli(edge.firstSeen()).toString());
    text(json, "last_seen", Instant.ofEpochMilli(edge.lastSeen()).toString());
    json.writeBooleanField("new", edge.isNew());
  }
}
