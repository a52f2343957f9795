package io.driftline.job.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The fields of an output as a table, from its schema. */
final class FieldTable {

  private final JsonNode root;
  private final StringBuilder rows =
      new StringBuilder("| field | type | meaning |\n|---|---|---|\n");

  private FieldTable(JsonNode root) {
    this.root = root;
  }

  /** Of the schema in {@code schemas/<name>-v1.schema.json}. */
  static String of(String name) throws IOException {
    String file = "/schemas/" + name + "-v1.schema.json";
    try (InputStream in = FieldTable.class.getResourceAsStream(file)) {
      FieldTable table = new FieldTable(new ObjectMapper().readTree(in));
      table.addFieldsOf(table.root, "");
      return table.rows.toString();
    }
  }

  private void addFieldsOf(JsonNode owner, String prefix) {
    Set<String> required = new HashSet<>();
    owner.path("required").forEach(each -> required.add(each.asText()));
    owner
        .path("properties")
        .properties()
        .forEach(field -> addField(field.getKey(), field.getValue(), prefix, required));
  }

  private void addField(String name, JsonNode field, String prefix, Set<String> required) {
    JsonNode meant = resolved(field);
    String path = "`" + prefix + name + "`";
    rows.append(
        "| %s | %s | %s |\n"
            .formatted(
                required.contains(name) ? "**" + path + "**" : path,
                typeOf(meant),
                field.path("description").asText().replace("|", "\\|")));
    addFieldsOf(meant, prefix + name + ".");
    addFieldsOf(resolved(meant.path("items")), prefix + name + "[].");
  }

  private String typeOf(JsonNode field) {
    if (field.has("const")) {
      return "`" + field.get("const").asText() + "`";
    }
    if (field.has("enum")) {
      return texts(field.get("enum"), ", ", "`");
    }
    if (field.has("items")) {
      return "array of " + typeOf(resolved(field.get("items")));
    }
    if (field.path("format").asText().startsWith("date")) {
      return field.get("format").asText().equals("date") ? "date" : "time";
    }
    JsonNode type = field.path("type");
    return (type.isArray() ? texts(type, " or ", "") : type.asText()) + range(field);
  }

  private static String range(JsonNode field) {
    String from = field.has("minimum") ? " from " + field.get("minimum").asText() : "";
    String to = field.has("maximum") ? " to " + field.get("maximum").asText() : "";
    return from + to;
  }

  private static String texts(JsonNode array, String between, String around) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(each -> around + each.asText() + around)
        .collect(Collectors.joining(between));
  }

  private JsonNode resolved(JsonNode field) {
    JsonNode reference = field.path("$ref");
    return reference.isMissingNode() ? field : root.at(reference.asText().substring(1));
  }
}
