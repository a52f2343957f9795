package io.driftline.job.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.driftline.job.ingest.EventText;
import io.driftline.job.ingest.Excerpt;
import io.driftline.job.ingest.Refusal;
import io.driftline.job.ingest.Rejection;
import io.driftline.job.ingest.Rfc3339;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of one object, each read as the type that it must have. Absent, null and, for a text,
 * empty are the same; whatever is not asked for is ignored.
 */
final class RecordFields {

  private final ObjectNode object;
  private final String prefix;

  private RecordFields(ObjectNode object, String prefix) {
    this.object = object;
    this.prefix = prefix;
  }

  /** The fields of a record. */
  static RecordFields of(ObjectNode record) {
    return new RecordFields(record, "");
  }

  /** The fields of an object within a record. */
  static RecordFields of(JsonNode node, String path) throws Refusal {
    if (node instanceof ObjectNode object) {
      return new RecordFields(object, path + ".");
    }
    throw wrongType(path, node, "an object");
  }

  /** Reads one entry of a list. */
  @FunctionalInterface
  interface Entry<T> {
    T read(JsonNode node, String path) throws Refusal;
  }

  /** The path of a field, for messages. */
  String path(String field) {
    return prefix + field;
  }

  String required(String field) throws Refusal {
    return requirePresent(optional(field), path(field));
  }

  String optional(String field) throws Refusal {
    JsonNode value = object.path(field);
    return isAbsent(value) ? null : text(value, path(field));
  }

  Instant requiredTime(String field) throws Refusal {
    return time(required(field), path(field));
  }

  Instant optionalTime(String field) throws Refusal {
    String text = optional(field);
    return text == null ? null : time(text, path(field));
  }

  boolean flag(String field) throws Refusal {
    JsonNode value = object.path(field);
    if (!isAbsent(value) && !value.isBoolean()) {
      throw wrongType(path(field), value, "true or false");
    }
    return value.booleanValue();
  }

  /** The entries of a list; {@code null} if it is absent or null. */
  <T> List<T> list(String field, Entry<T> entry) throws Refusal {
    JsonNode value = object.path(field);
    if (isAbsent(value)) {
      return null;
    }
    if (!value.isArray()) {
      throw wrongType(path(field), value, "an array");
    }
    if (value.size() > RegistryContract.MAX_ENTRIES) {
      throw Refusal.of(
          Rejection.TOO_MANY,
          path(field),
          "has %d entries; at most %d are allowed"
              .formatted(value.size(), RegistryContract.MAX_ENTRIES));
    }
    List<T> entries = new ArrayList<>(value.size());
    for (JsonNode each : value) {
      entries.add(entry.read(each, path(field) + "[" + entries.size() + "]"));
    }
    return entries;
  }

  List<String> texts(String field) throws Refusal {
    return list(field, (node, path) -> requirePresent(text(node, path), path));
  }

  /** An identifier, or {@code null} if it is empty. */
  private static String text(JsonNode node, String path) throws Refusal {
    if (!node.isTextual()) {
      throw wrongType(path, node, "a string");
    }
    EventText.checkIdentifier(path, node.textValue());
    return node.textValue().isEmpty() ? null : node.textValue();
  }

  private static Instant time(String text, String path) throws Refusal {
    long millis = Rfc3339.epochMilli(text);
    if (millis == Rfc3339.MALFORMED) {
      throw Refusal.of(
          Rejection.TIME_MALFORMED,
          path,
          "is " + Excerpt.quoted(text) + "; expected RFC 3339, for example 2026-03-01T09:30:00Z");
    }
    return Instant.ofEpochMilli(millis);
  }

  private static String requirePresent(String text, String path) throws Refusal {
    if (text == null) {
      throw Refusal.of(
          Rejection.MISSING_FIELD,
          path,
          "is absent, null or empty; expected a text, as it is required");
    }
    return text;
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private static Refusal wrongType(String path, JsonNode found, String expected) {
    return Refusal.of(Rejection.WRONG_TYPE, path, "is " + found(found) + "; expected " + expected);
  }

  private static String found(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "an array";
      case STRING -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean";
      default -> "null";
    };
  }
}
