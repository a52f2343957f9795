package io.driftline.job.cli.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.driftline.posture.Severity;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** Reads records of topics of what is raised; what cannot be read is told and passed over. */
final class AlertReader {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Unread unread;

  AlertReader(Unread unread) {
    this.unread = unread;
  }

  /** A record, and the latest time that its partition has reached with it. */
  private record Placed(Instant reached, AlertRecord alert) {}

  /** Those that can be read, by time as far as that leaves each partition in its order. */
  List<AlertRecord> read(List<ConsumerRecord<byte[], byte[]>> records) {
    Map<TopicPartition, Instant> reached = new HashMap<>();
    List<Placed> read = new ArrayList<>(records.size());
    for (ConsumerRecord<byte[], byte[]> record : records) {
      try {
        AlertRecord alert = alert(object(record), record.value());
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        read.add(new Placed(reached.merge(partition, alert.time(), AlertReader::later), alert));
      } catch (IOException e) {
        unread.add(record, e.getMessage());
      }
    }
    read.sort(Comparator.comparing(Placed::reached));
    return read.stream().map(Placed::alert).toList();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /**
   * The JSON object of a record in Driftline's own format.
   *
   * @throws IOException if there is none; says why
   */
  static JsonNode object(ConsumerRecord<byte[], byte[]> record) throws IOException {
    if (record.value() == null || record.value().length == 0) {
      throw new IOException("is empty");
    }
    JsonNode json = tree(record.value());
    if (!json.path("schema").isTextual()) {
      throw new IOException(isOcsf(record, json) ? Unread.OCSF : "names no schema");
    }
    return json;
  }

  private static JsonNode tree(byte[] bytes) throws IOException {
    try {
      return MAPPER.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new IOException("is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static boolean isOcsf(ConsumerRecord<?, ?> record, JsonNode json) {
    Header schema = record.headers().lastHeader("schema");
    return json.has("class_uid")
        || schema != null && new String(schema.value(), UTF_8).startsWith("ocsf/");
  }

  private static AlertRecord alert(JsonNode json, byte[] bytes) throws IOException {
    String schema = json.path("schema").textValue();
    AlertKind kind =
        AlertKind.ofSchema(schema)
            .orElseThrow(() -> new IOException("is " + schema + ", which is not read here"));
    requireText(json.path("id"), "id");
    requireText(json.path("agent").path("id"), "agent.id");
    for (String field : kind.required()) {
      if (!json.hasNonNull(field)) {
        throw new IOException("has no " + field);
      }
    }
    return new AlertRecord(kind, time(json), severity(json, kind), json, bytes);
  }

  private static void requireText(JsonNode value, String field) throws IOException {
    if (!value.isTextual()) {
      throw new IOException("has no " + field);
    }
  }

  private static Instant time(JsonNode json) throws IOException {
    try {
      return Instant.parse(json.path("time").asText());
    } catch (DateTimeException e) {
      throw new IOException("has no time that is one", e);
    }
  }

  private static Severity severity(JsonNode json, AlertKind kind) throws IOException {
    if (kind == AlertKind.DRIFT) {
      return null;
    }
    try {
      return Severity.valueOf(json.path("severity").asText().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IOException("has no severity that is one", e);
    }
  }
}
