package io.driftline.job.alert;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The published schema of anomalies, as a validator reads it. */
final class AnomalySchema {

  private static final String NAME = "/schemas/anomaly-v1.schema.json";
  private static final Schema SCHEMA = load();

  private AnomalySchema() {}

  static InputStream open() {
    return AnomalySchema.class.getResourceAsStream(NAME);
  }

  static List<String> faults(String json) {
    return SCHEMA.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static Schema load() {
    SchemaRegistryConfig formats =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(formats));
    try (InputStream in = open()) {
      return registry.getSchema(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
