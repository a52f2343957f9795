package io.driftline.job.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.driftline.job.alert.OutputSchema;
import io.driftline.job.ingest.SourcePosition;
import io.driftline.registry.RegistryChange.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schemas, the reader and the writer must not disagree about any record. */
class RegistrySchemaTest {

  private static final SourcePosition PLACE = SourcePosition.inFile("registry", 1);

  @Property(tries = 300, seed = "20260301", edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenKeepsTheSchemaAndReadsTheSame(@ForAll("entries") RegistryEntry entry)
      throws Exception {
    byte[] written = RegistryJson.write(entry);
    assertThat(new String(written, UTF_8)).matches("[ -~]*");
    assertThat(faults(entry.subject(), new String(written, UTF_8))).isEmpty();
    assertThat(RegistryDecoder.entry(entry.subject(), entry.id().getBytes(UTF_8), written))
        .isEqualTo(entry);
  }

  @Provide
  Arbitrary<RegistryEntry> entries() {
    return RegistryEntries.any();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"kind\":null",
        "\"kind\":\"\",\"owner\":\"\",\"effective\":\"\"",
        "\"removed\":false,\"systems\":null",
        "\"grants\":[{\"system\":\"*\",\"permission\":\"*\",\"granted\":\"2026-03-01T09:30:00+01:00\"}]",
        "\"grants\":[]",
        "\"unknown\":[1,2.5,null]",
      })
  void bothAccept(String fields) {
    assertThat(faults(Subject.AGENT, agent(fields))).isEmpty();
    assertThat(decoded(agent(fields)).deadLetter()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"kind\":\"robot\"",
        "\"owner\":1",
        "\"owner\":\"\\u0085\"",
        "\"systems\":[\"\"]",
        "\"systems\":{}",
        "\"effective\":\"2026-03-01\"",
        "\"removed\":1",
        "\"grants\":[{\"system\":\"s\",\"permission\":\"*p\",\"granted\":\"2026-03-01T09:30:00Z\"}]",
        "\"grants\":[{\"system\":\"s\",\"permission\":\"p\",\"granted\":\"\"}]",
        "\"credentials\":[{}]",
      })
  void bothRefuse(String fields) {
    assertThat(faults(Subject.AGENT, agent(fields))).isNotEmpty();
    assertThat(decoded(agent(fields)).deadLetter()).isNotNull();
  }

  @Test
  void bothWantToKnowThePersonsStatusUnlessItIsRemoved() {
    String removal = "{\"user_id\":\"u\",\"removed\":true,\"effective\":\"2026-03-01T09:30:00Z\"}";
    assertThat(faults(Subject.USER, removal)).isEmpty();
    assertThat(decoded(removal).deadLetter()).isNull();
    assertThat(faults(Subject.USER, "{\"user_id\":\"u\"}")).isNotEmpty();
    assertThat(decoded("{\"user_id\":\"u\"}").deadLetter()).isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  void theSchemaListsTheFieldsOfTheContract(Subject subject) throws IOException {
    JsonNode fields = schema(subject).path("properties");
    assertThat(names(fields)).isEqualTo(RegistryContract.fields(subject));
    RegistryContract.ENTRIES.forEach(
        (list, expected) -> {
          if (fields.has(list)) {
            assertThat(names(fields.at("/" + list + "/items/properties"))).isEqualTo(expected);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void theExampleUsesEveryFieldButRemovedAndAllAreDescribed(Subject subject) throws IOException {
    JsonNode example = schema(subject).at("/examples/0");
    List<String> expected = new ArrayList<>(RegistryContract.fields(subject));
    expected.remove("removed");
    assertThat(names(example)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(decoded(example.toString()).deadLetter()).isNull();
    assertThat(OutputSchema.named(file(subject)).undescribed(example.toString())).isEmpty();
  }

  private static String agent(String fields) {
    return "{\"agent_id\":\"a\"," + fields + "}";
  }

  private static RegistryRecord decoded(String record) {
    return RegistryDecoder.decodeLine(record.getBytes(UTF_8), PLACE);
  }

  private static List<String> faults(Subject subject, String record) {
    return OutputSchema.named(file(subject)).faults(record);
  }

  private static String file(Subject subject) {
    return subject == Subject.AGENT ? "registry-agent" : "registry-person";
  }

  private static JsonNode schema(Subject subject) throws IOException {
    String path = "/schemas/" + file(subject) + "-v1.schema.json";
    try (InputStream in = RegistrySchemaTest.class.getResourceAsStream(path)) {
      return new ObjectMapper().readTree(in);
    }
  }

  private static List<String> names(JsonNode object) {
    return Stream.ofNullable(object)
        .flatMap(JsonNode::propertyStream)
        .map(p -> p.getKey())
        .toList();
  }
}
