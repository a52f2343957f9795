package io.driftline.job.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import io.driftline.activity.AgentAction;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema and the decoder must not disagree about any event. */
class ActivitySchemaTest {

  private static final Schema SCHEMA = Schemas.load("agent-activity-v1.schema.json");

  @ParameterizedTest
  @MethodSource("good")
  void bothAccept(String event) {
    assertThat(Schemas.faults(SCHEMA, event)).isEmpty();
    assertThat(Samples.decode(event).deadLetter()).isNull();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void bothRefuse(String event) {
    assertThat(Schemas.faults(SCHEMA, event)).isNotEmpty();
    assertThat(Samples.decode(event).deadLetter()).isNotNull();
  }

  static Stream<String> good() {
    return Stream.concat(
        Stream.of(
            Samples.MINIMAL, Samples.FULL, SCHEMA.getSchemaNode().at("/examples/0").toString()),
        Stream.of(
                "\"unknown\":{\"deep\":[1,2.5,null]}",
                "\"session_id\":\"\"",
                "\"session_id\":null",
                "\"session_id\":\"" + "\ud83d\ude00".repeat(512) + "\"",
                "\"permission\":\"Überweisung: größer\"",
                "\"resource\":\"line 1\\nline 2\"",
                "\"resource\":\"" + "é".repeat(4096) + "\"",
                "\"outcome\":\"denied\"",
                "\"outcome\":\"\"",
                "\"outcome\":null",
                "\"requester\":null",
                "\"requester\":{}",
                "\"requester\":{\"type\":\"schedule\"}",
                "\"requester\":{\"id\":null,\"type\":\"\"}",
                "\"credential\":{\"id\":\"k\"}",
                "\"bytes\":0",
                "\"bytes\":null",
                "\"bytes\":9223372036854775807")
            .map(Samples::minimalWith));
  }

  static Stream<String> bad() {
    return Stream.of(badRoots(), badRequired(), badOptional()).flatMap(events -> events);
  }

  private static Stream<String> badRoots() {
    return Stream.of("{}", "[]", "null", "1", "\"x\"");
  }

  private static Stream<String> badRequired() {
    return Stream.of(
        minimal("\"mail\"", "\"\""),
        minimal("\"mail\"", "null"),
        minimal("\"mail\"", "1"),
        minimal("\"event_id\":\"e1\",", ""),
        minimal("\"a1\"", "\"\""),
        minimal("\"a1\"", "{}"),
        minimal("{\"id\":\"a1\"}", "{}"),
        minimal("{\"id\":\"a1\"}", "\"a1\""),
        minimal("a1", "a\\n"),
        minimal("a1", "a\\u0085b"),
        minimal("a1", "a".repeat(513)),
        minimal("\"id\":\"a1\"", "\"id\":\"a1\",\"kind\":\"robot\""),
        minimal("\"id\":\"a1\"", "\"id\":\"a1\",\"kind\":1"),
        minimal("\"id\":\"a1\"", "\"id\":\"a1\",\"name\":[]"),
        minimal("\"2026-03-01T09:30:00Z\"", "1772357400"),
        minimal("2026-03-01T09:30:00Z", "2026-03-01"),
        minimal("2026-03-01T09:30:00Z", "2026-02-30T09:30:00Z"),
        minimal("2026-03-01T09:30:00Z", "2026-03-01T09:30:00"),
        minimal("2026-03-01T09:30:00Z", "2026-03-01T25:30:00Z"));
  }

  private static Stream<String> badOptional() {
    return Stream.of(
            "\"session_id\":1",
            "\"session_id\":\"" + "x".repeat(513) + "\"",
            "\"session_id\":\"\\u007f\"",
            "\"resource\":\"" + "x".repeat(4097) + "\"",
            "\"resource\":{}",
            "\"outcome\":\"SUCCESS\"",
            "\"outcome\":true",
            "\"requester\":\"ana\"",
            "\"requester\":{\"id\":1}",
            "\"requester\":{\"id\":\"ana\",\"type\":\"human\"}",
            "\"credential\":[]",
            "\"credential\":{\"type\":\"\\u0000\"}",
            "\"bytes\":-1",
            "\"bytes\":1.5",
            "\"bytes\":\"1\"",
            "\"bytes\":9223372036854775808")
        .map(Samples::minimalWith);
  }

  @Test
  void bothAcceptTheWaysToWriteATime() {
    Stream.of(
            "2026-03-01t09:30:00z",
            "2026-03-01T09:30:00.123456789Z",
            "2026-03-01T09:30:00+05:30",
            "2016-12-31T23:59:60Z")
        .forEach(time -> bothAccept(minimal("2026-03-01T09:30:00Z", time)));
  }

  @ParameterizedTest
  @EnumSource
  void describesEveryFieldTheDecoderKnows(EventField field) {
    JsonNode properties = SCHEMA.getSchemaNode().at(pointer(field.path()));
    assertThat(properties.path("description").asText()).isNotBlank();
  }

  private static String pointer(String path) {
    return "/properties/" + path.replace(".", "/properties/");
  }

  @Property(tries = 300, seed = "20260301", edgeCases = EdgeCasesMode.NONE)
  void writtenActionsKeepTheSchema(@ForAll("actions") AgentAction action) {
    String event = new String(AgentActionJson.write(action), UTF_8);
    assertThat(Schemas.faults(SCHEMA, event)).as(event).isEmpty();
  }

  @Provide
  Arbitrary<AgentAction> actions() {
    return AgentActions.any();
  }

  private static String minimal(String part, String replacement) {
    return Samples.MINIMAL.replace(part, replacement);
  }
}
