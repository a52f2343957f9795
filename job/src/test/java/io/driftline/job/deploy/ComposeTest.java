package io.driftline.job.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.driftline.job.config.DriftlineOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The compose file is one, and what it says of Driftline, Flink and Kafka is so. */
class ComposeTest {

  private static JsonNode compose;

  @BeforeAll
  static void read() throws IOException {
    compose = DeploymentFiles.document("compose.yaml");
  }

  @Test
  void keepsToTheSchemaOfComposeFiles() throws IOException {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09);
    Schema schema = registry.getSchema(schema().toString(), InputFormat.JSON);
    assertThat(schema.validate(compose.toString(), InputFormat.JSON)).isEmpty();
  }

  /** Later editions let a file name its project; the keyword {@code id} is of an older draft. */
  private static JsonNode schema() throws IOException {
    try (InputStream in =
        ComposeTest.class.getResourceAsStream("/deploy/compose-spec.schema.json")) {
      ObjectNode schema = (ObjectNode) new ObjectMapper().readTree(in);
      schema.findParents("id").forEach(parent -> ((ObjectNode) parent).remove("id"));
      schema.remove("$schema");
      schema.withObject("/properties").putObject("name").put("type", "string");
      return schema;
    }
  }

  @Test
  void theJobIsGivenOptionsThatItKnows() {
    Configuration options = DeploymentFiles.jobOptions(service("jobmanager").path("command"));
    assertThat(options.get(DriftlineOptions.BOOTSTRAP_SERVERS)).isEqualTo("kafka:9092");
    assertThat(options.get(DriftlineOptions.CONTROL_TOPIC)).isEqualTo("driftline-control");
  }

  @Test
  void flinkIsGivenOptionsThatItKnows() throws IllegalAccessException {
    assertThat(FlinkOptions.known()).containsAll(flinkProperties("jobmanager").keySet());
    Configuration flink = Configuration.fromMap(flinkProperties("jobmanager"));
    assertThat(flink.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY))
        .startsWith("file:///opt/flink/state/");
    assertThat(flinkProperties("taskmanager")).isEqualTo(flinkProperties("jobmanager"));
  }

  @Test
  void imagesAreOfTheVersionsThatDriftlineIsBuiltAgainst() throws IOException {
    String flink = "flink:" + EnvironmentInformation.getVersion() + "-java17";
    String kafka = "apache/kafka:" + AppInfoParser.getVersion();
    assertThat(DeploymentFiles.text("Dockerfile")).contains("ARG FLINK_IMAGE=" + flink + "\n");
    assertThat(service("jobmanager").at("/build/args/FLINK_IMAGE").asText())
        .isEqualTo("${FLINK_IMAGE:-" + flink + "}");
    assertThat(service("kafka").path("image").asText()).isEqualTo(kafka);
    assertThat(service("topics").path("image").asText()).isEqualTo(kafka);
  }

  @Test
  void everyImageHasAVersion() {
    compose
        .path("services")
        .forEach(
            service ->
                assertThat(service.path("image").asText())
                    .matches(".+:.*\\d.*")
                    .doesNotContain("latest"));
  }

  @Test
  void nothingIsOpenToOtherMachinesAndNothingMayGainRights() {
    compose
        .path("services")
        .forEach(
            service -> {
              assertThat(DeploymentFiles.texts(service.path("ports")))
                  .allMatch(port -> port.startsWith("127.0.0.1:"));
              assertThat(service.path("cap_drop")).hasToString("[\"ALL\"]");
              assertThat(service.path("security_opt")).hasToString("[\"no-new-privileges:true\"]");
            });
  }

  @Test
  void everyFolderThatIsMountedIsThere() {
    List<String> mounted = new ArrayList<>();
    compose
        .path("services")
        .forEach(service -> DeploymentFiles.texts(service.path("volumes")).forEach(mounted::add));
    assertThat(mounted)
        .filteredOn(volume -> volume.startsWith("."))
        .hasSize(4)
        .allMatch(
            volume -> Files.isDirectory(DeploymentFiles.FOLDER.resolve(volume.split(":")[0])));
    assertThat(mounted)
        .filteredOn(volume -> !volume.startsWith("."))
        .allMatch(volume -> compose.path("volumes").has(volume.split(":")[0]));
  }

  private static JsonNode service(String name) {
    return compose.path("services").path(name);
  }

  private static Map<String, String> flinkProperties(String service) {
    Map<String, String> properties = new TreeMap<>();
    service(service)
        .at("/environment/FLINK_PROPERTIES")
        .asText()
        .lines()
        .map(line -> line.split(":", 2))
        .forEach(line -> properties.put(line[0].strip(), line[1].strip()));
    return properties;
  }
}
