package io.driftline.job.cli.relation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.driftline.job.cli.Driftline;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphCommandTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> EVENTS =
      List.of(
          event("e1", "planner", "{\"id\":\"ann\",\"type\":\"user\"}", "wiki", "wiki:read"),
          event("e1", "planner", "{\"id\":\"ann\",\"type\":\"user\"}", "wiki", "wiki:read"),
          event("e2", "planner", "{\"id\":\"ann\",\"type\":\"user\"}", "wiki", "wiki:write"),
          event("e3", "payer", "{\"id\":\"planner\",\"type\":\"agent\"}", "bank", "bank:transfer"),
          event("e4", "payer", "{\"id\":\"nightly\",\"type\":\"schedule\"}", "erp", null));

  @TempDir private Path folder;
  private Path activity;

  @BeforeEach
  void write() throws IOException {
    activity = Files.write(folder.resolve("activity.jsonl"), EVENTS);
  }

  @Test
  void tellsWhoReachesWhatThroughWhom() {
    assertThat(graph("--possible"))
        .isEqualTo(
            """
            WHO               THROUGH          REACHES  WITH                    ACTIONS  LATEST
            ann               planner          wiki     wiki:read, wiki:write         2  2026-03-01 09:30Z
                              planner > payer  bank     bank:transfer          none yet
                                               erp      not stated             none yet
            agent planner     payer            bank     bank:transfer                 1  2026-03-01 09:30Z
                                               erp      not stated             none yet
            schedule nightly  payer            bank     bank:transfer          none yet
                                               erp      not stated                    1  2026-03-01 09:30Z
            """);
  }

  @Test
  void leavesOutWhatWasNotDoneYetUnlessAsked() {
    assertThat(graph())
        .isEqualTo(
            """
            WHO               THROUGH  REACHES  WITH                   ACTIONS  LATEST
            ann               planner  wiki     wiki:read, wiki:write        2  2026-03-01 09:30Z
            agent planner     payer    bank     bank:transfer                1  2026-03-01 09:30Z
            schedule nightly  payer    erp      not stated                   1  2026-03-01 09:30Z
            4 more within reach, not done yet: --possible tells them
            """);
  }

  @Test
  void tellsAPartOfIt() {
    assertThat(graph("--user=ann", "--system=bank", "--possible").lines()).hasSize(2);
    assertThat(graph("--agent=planner")).contains("agent planner").doesNotContain("nightly");
    assertThat(graph("--user=nobody").lines()).hasSize(1);
  }

  @Test
  void tellsItToPrograms() throws IOException {
    List<JsonNode> lines = lines(graph("--json", "--possible", "--user=ann"));
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).toString())
        .isEqualTo(
            """
            {"requester":{"id":"ann","type":"user"},"path":["planner"],"system":"wiki",\
            "permissions":["wiki:read","wiki:write"],"count":2,\
            "first_seen":"2026-03-01T09:30:00Z","last_seen":"2026-03-01T09:30:00Z"}""");
    assertThat(lines.get(1).get("count").asLong()).isZero();
    assertThat(lines.get(1).has("last_seen")).isFalse();
  }

  @Test
  void tellsHowFarHarmReaches() {
    assertThat(graph("--blast-radius"))
        .isEqualTo(
            """
                              SYSTEMS  HARM  SIZE
            agent payer             2  1.50  narrow
            agent planner           1  0.50  narrow
            ann                     3  2.00  wide
            schedule nightly        2  1.50  narrow
            """);
    assertThat(graph("--blast-radius", "--user=ann").lines()).hasSize(2);
    assertThat(graph("--blast-radius", "--agent=payer").lines()).hasSize(2);
  }

  @Test
  void tellsHowFarHarmReachesToPrograms() throws IOException {
    List<JsonNode> lines = lines(graph("--blast-radius", "--json"));
    assertThat(lines).hasSize(4);
    assertThat(lines.get(2).toString())
        .isEqualTo(
            """
            {"requester":{"id":"ann","type":"user"},\
            "used":{"systems":3,"harm":2,"reach":"wide"}}""");
  }

  @Test
  void writesGraphMl() {
    Path file = folder.resolve("graph.graphml");
    graph("--graphml=" + file);
    assertThat(file).content().startsWith("<?xml").endsWith("</graphml>\n").contains("planner");
  }

  @Test
  void takesARegistry() throws IOException {
    Path registry =
        Files.write(folder.resolve("registry.jsonl"), List.of("{\"agent_id\":\"payer\"}"));
    assertThat(graph("--blast-radius", "--registry=" + registry)).contains("agent payer");
  }

  @Test
  void tellsOfWhatWasRefused() throws IOException {
    Files.write(activity, List.of(EVENTS.get(0), "{}"));
    assertThat(graph()).contains("1 records were refused, the first: ");
  }

  @Test
  void refusesArgumentsThatMakeNoSense() throws IOException {
    assertThat(run(2, "graph")).contains("either --activity or --bootstrap-servers");
    assertThat(run(1, "graph", "--activity=missing.jsonl")).contains("cannot read missing.jsonl");
    Files.write(activity, List.of());
    assertThat(run(1, "graph", "--activity=" + activity)).contains("no action at all");
  }

  private String graph(String... more) {
    List<String> arguments = new ArrayList<>(List.of("graph", "--activity=" + activity));
    arguments.addAll(List.of(more));
    return run(0, arguments.toArray(String[]::new));
  }

  /** What is printed, errors behind it. */
  private static String run(int expectedExitCode, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Driftline.run(new PrintWriter(out), new PrintWriter(err), arguments);
    assertThat(exitCode).as(out + "" + err).isEqualTo(expectedExitCode);
    return out + "" + err;
  }

  private static List<JsonNode> lines(String json) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : json.split("\n", -1)) {
      if (!line.isEmpty()) {
        lines.add(MAPPER.readTree(line));
      }
    }
    return lines;
  }

  private static String event(
      String id, String agent, String requester, String system, String permission) {
    return """
        {"event_id":"%s","time":"2026-03-01T09:30:00Z","agent":{"id":"%s"},"requester":%s,\
        "system":"%s","action":"do"%s}"""
        .formatted(
            id,
            agent,
            requester,
            system,
            permission == null ? "" : ",\"permission\":\"" + permission + "\"");
  }
}
