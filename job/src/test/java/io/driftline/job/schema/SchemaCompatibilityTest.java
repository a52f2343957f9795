package io.driftline.job.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaCompatibilityTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String RELEASED =
      """
      {"type": "object", "required": ["id", "agent"], "properties": {
        "id": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
        "kind": {"enum": ["a", "b"], "description": "Which."},
        "severity": {"enum": ["low", "high"]},
        "score": {"type": "number", "maximum": 100},
        "model": {"type": ["object", "null"]},
        "time": {"$ref": "#/$defs/time"},
        "evidence": {"type": "array", "maxItems": 5, "items": {"type": "string"}},
        "agent": {"type": "object", "required": ["id"], "properties": {
          "id": {"type": "string"}, "name": {"type": "string"}}}},
       "$defs": {"time": {"type": "string", "format": "date-time"}}}""";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"name\": {\"type\": \"string\"}|\"nickname\": {\"type\": \"string\"}|/agent/name is gone",
        "\"required\": [\"id\", \"agent\"]|\"required\": [\"id\"]|/agent is no longer always there",
        "\"score\": {\"type\": \"number\"|\"score\": {\"type\": \"string\"|/score: type was",
        "[\"object\", \"null\"]|[\"object\", \"null\", \"string\"]|/model: type was",
        "\"maximum\": 100|\"maximum\": 1000|/score: maximum was 100",
        "^[0-9a-f]{16}$|^[0-9a-f]{32}$|/id: pattern was",
        "\"maxItems\": 5, ||/evidence: maxItems was 5",
        "\"items\": {\"type\": \"string\"}|\"items\": {\"type\": \"integer\"}|/evidence[]: type was",
        "[\"a\", \"b\"]|[\"a\"]|/kind: value b is gone",
        "[\"low\", \"high\"]|[\"low\", \"high\", \"dire\"]|/severity: value dire is new",
        "\"enum\": [\"a\", \"b\"]|\"type\": \"string\"|/kind: type was",
        "\"format\": \"date-time\"|\"format\": \"date\"|/time: format was",
        "\"name\": {\"type\": \"string\"}|\"name\": {\"type\": \"string\", \"minLength\": 3}|/agent/name: minLength was null",
      })
  void tellsWhatBreaksAReader(String was, String is, String expected) throws IOException {
    assertThat(RELEASED).contains(was);
    assertThat(breaksOf(RELEASED.replace(was, is == null ? "" : is)))
        .isNotEmpty()
        .first()
        .asString()
        .startsWith(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"kind\"|\"more\": {\"type\": \"string\"}, \"kind\"",
        "\"required\": [\"id\", \"agent\"]|\"required\": [\"id\", \"agent\", \"time\"]",
        "[\"a\", \"b\"]|[\"c\", \"b\", \"a\"]",
        "Which.|Which of all.",
        "[\"object\", \"null\"]|[\"null\", \"object\"]",
        "\"$ref\": \"#/$defs/time\"|\"type\": \"string\", \"format\": \"date-time\"",
      })
  void takesWhatAReaderNeedNotNotice(String was, String is) throws IOException {
    assertThat(RELEASED).contains(was);
    assertThat(breaksOf(RELEASED.replace(was, is))).isEmpty();
  }

  @Test
  void tellsEverythingThatBreaks() throws IOException {
    assertThat(breaksOf("{\"type\": \"object\"}")).hasSize(10);
  }

  private static List<String> breaksOf(String current) throws IOException {
    return SchemaCompatibility.breaks(read(RELEASED), read(current));
  }

  private static JsonNode read(String schema) throws IOException {
    return JSON.readTree(schema);
  }
}
