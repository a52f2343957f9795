package io.driftline.job.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A published schema, as a validator reads it. */
public final class OutputSchema {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode root;
  private final Schema schema;

  private OutputSchema(JsonNode root) {
    this.root = root;
    SchemaRegistryConfig formats =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    this.schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(formats))
            .getSchema(root);
  }

  /** The schema in {@code schemas/<name>-v1.schema.json}. */
  public static OutputSchema named(String name) {
    String file = "/schemas/" + name + "-v1.schema.json";
    try (InputStream in = OutputSchema.class.getResourceAsStream(file)) {
      return new OutputSchema(JSON.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A schema that is not Driftline's. */
  public static OutputSchema in(Path file) {
    try {
      return new OutputSchema(JSON.readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a validator finds wrong. */
  public List<String> faults(String json) {
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  /** The fields that occur in {@code json} without a description in the schema. */
  public List<String> undescribed(String json) throws IOException {
    List<String> undescribed = new ArrayList<>();
    collectUndescribed(JSON.readTree(json), root, "", undescribed);
    return undescribed;
  }

  private void collectUndescribed(
      JsonNode value, JsonNode described, String path, List<String> undescribed) {
    JsonNode resolved = resolve(described);
    value
        .properties()
        .forEach(
            field -> {
              JsonNode property = resolved.path("properties").path(field.getKey());
              String here = path + "/" + field.getKey();
              if (property.path("description").isMissingNode()) {
                undescribed.add(here);
              }
              collectUndescribed(field.getValue(), property, here, undescribed);
            });
    if (value.isArray()) {
      value.forEach(item -> collectUndescribed(item, resolved.path("items"), path, undescribed));
    }
  }

  private JsonNode resolve(JsonNode described) {
    JsonNode reference = described.path("$ref");
    return reference.isMissingNode() ? described : root.at(reference.asText().substring(1));
  }
}
