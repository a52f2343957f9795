package io.driftline.job.cli.relation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.driftline.activity.Requester;
import io.driftline.job.alert.EdgeJson;
import io.driftline.relation.Edge;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link EdgeJson} writes. */
final class EdgeReader {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private EdgeReader() {}

  /**
   * The edge in a record.
   *
   * @throws IOException if there is none
   */
  static Edge read(byte[] bytes) throws IOException {
    JsonNode json = MAPPER.readTree(bytes);
    if (!json.path("schema").asText().equals(EdgeJson.SCHEMA)) {
      throw new IOException("is no " + EdgeJson.SCHEMA);
    }
    try {
      return new Edge(
          json.path("agent_id").asText(null),
          requester(json.path("requester")),
          texts(json.path("chain")),
          json.path("system").asText(null),
          texts(json.path("permissions")),
          json.path("count").asLong(),
          time(json, "first_seen"),
          time(json, "last_seen"),
          json.path("new").asBoolean());
    } catch (DateTimeException | IllegalArgumentException | NullPointerException e) {
      throw new IOException("is not as " + EdgeJson.SCHEMA + " must be: " + e.getMessage(), e);
    }
  }

  private static Requester requester(JsonNode json) {
    return json.isMissingNode()
        ? null
        : new Requester(
            json.path("id").asText(null), Requester.Type.ofCode(json.path("type").asText()));
  }

  private static List<String> texts(JsonNode json) {
    List<String> texts = new ArrayList<>();
    json.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static long time(JsonNode json, String field) {
    return Instant.parse(json.path(field).asText()).toEpochMilli();
  }
}
