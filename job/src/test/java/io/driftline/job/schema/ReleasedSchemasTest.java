package io.driftline.job.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keeps the promise of docs/alerts.md. The copies are what readers were given: they never change.
 * What does not fit them belongs into a schema of the next version, beside this one.
 */
class ReleasedSchemasTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path RELEASED = Path.of("src", "test", "resources", "schemas-released");
  private static final Path CURRENT = Path.of("src", "main", "resources", "schemas");

  /** What the job reads, where breaking a promise means refusing what it took before. */
  private static final Set<String> INPUTS =
      Set.of(
          "agent-activity-v1.schema.json",
          "control-v1.schema.json",
          "registry-agent-v1.schema.json",
          "registry-person-v1.schema.json");

  @ParameterizedTest
  @MethodSource("released")
  void whatWasPromisedIsKept(String schema) throws IOException {
    assertThat(SchemaCompatibility.breaks(read(RELEASED, schema), read(CURRENT, schema)))
        .as("see %s: make a next version of the schema instead", RELEASED.resolve(schema))
        .isEmpty();
  }

  @Test
  void everyOutputHasAReleasedCopy() throws IOException {
    Set<String> outputs = names(CURRENT);
    outputs.removeAll(INPUTS);
    assertThat(names(RELEASED)).isEqualTo(outputs);
  }

  static Set<String> released() throws IOException {
    return names(RELEASED);
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> names = new TreeSet<>();
      files.forEach(file -> names.add(file.getFileName().toString()));
      return names;
    }
  }

  private static JsonNode read(Path folder, String name) throws IOException {
    return JSON.readTree(folder.resolve(name).toFile());
  }
}
