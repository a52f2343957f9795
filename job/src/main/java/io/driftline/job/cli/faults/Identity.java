package io.driftline.job.cli.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;

/** Which record a record is: the fields that, together, no other record of its topic has. */
final class Identity {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** By the name of the topic after the prefix. */
  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "incidents", List.of("/id", "/number", "/change"),
          "hidden", List.of("/id", "/hidden", "/latest_id", "/time"),
          "anomalies", List.of("/id"),
          "drift", List.of("/id"),
          "findings", List.of("/id", "/status", "/time", "/count"),
          "credentials", List.of("/id", "/standing", "/last_used", "/count"),
          "relationships", List.of("/id", "/count", "/last_seen"),
          "audit", List.of("/agent/id", "/chain_began", "/seq", "/action/event_id"),
          "audit-seals", List.of("/agent_id", "/chain_began", "/seq"),
          "dead-letter", List.of("/sha256"));

  /**
   * A seal tells of which step of event time it was told, and the steps are not always the same.
   */
  private static final String SEALS = "audit-seals";

  private static final String TIME_OF_A_SEAL = "time";

  private final MessageDigest sha256;

  Identity() {
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * What to remember of a record.
   *
   * @param kind the name of its topic after the prefix
   * @throws IOException if it is not JSON
   */
  OutputRecord of(String kind, byte[] value) throws IOException {
    JsonNode json = JSON.readTree(value);
    byte[] content = kind.equals(SEALS) ? withoutTime(json) : value;
    StringBuilder identity = new StringBuilder(kind);
    for (String field : FIELDS.get(kind)) {
      identity.append('\0').append(json.at(field).asText());
    }
    return new OutputRecord(
        digest(identity.toString().getBytes(StandardCharsets.UTF_8)), digest(content));
  }

  private static byte[] withoutTime(JsonNode seal) throws IOException {
    ObjectNode rest = seal.deepCopy();
    rest.remove(TIME_OF_A_SEAL);
    return JSON.writeValueAsBytes(rest);
  }

  private long digest(byte[] bytes) {
    return ByteBuffer.wrap(sha256.digest(bytes)).getLong();
  }
}
