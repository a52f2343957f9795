package io.driftline.job.cli.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.driftline.job.cli.Driftline;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ten agents over eighty days, one of which takes up a new system every week. */
@Timeout(300)
class DriftCommandITCase {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir private static Path folder;
  private static JsonNode planted;

  @BeforeAll
  static void simulate() throws IOException {
    run(0, "simulate", "--drift", "--out=" + folder, "--agents=10", "--people=20", "--days=80");
    for (String line : Files.readAllLines(folder.resolve("drift.jsonl"))) {
      JsonNode truth = MAPPER.readTree(line);
      planted = truth.path("script").asText().equals("new_systems") ? truth : planted;
    }
  }

  private static String run(int expectedExitCode, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Driftline.run(new PrintWriter(out), new PrintWriter(err), arguments);
    assertThat(exitCode).as(err.toString()).isEqualTo(expectedExitCode);
    return exitCode == 0 ? out.toString() : err.toString();
  }

  private static String drift(String... more) {
    String[] fixed = {
      "drift",
      "--activity=" + folder.resolve("activity.jsonl"),
      "--registry=" + folder.resolve("registry.jsonl")
    };
    return run(0, Stream.of(fixed, more).flatMap(Stream::of).toArray(String[]::new));
  }

  private static String plantedAgent() {
    return planted.get("agent_id").asText();
  }

  @Test
  void findsThePlantedGrowthOfSystemsAndDrawsIt() {
    Path picture = folder.resolve("drift.svg");

    List<JsonNode> found = lines(drift("--agent=" + plantedAgent(), "--json", "--svg=" + picture));

    assertThat(found)
        .filteredOn(event -> event.get("kind").asText().equals("growth"))
        .filteredOn(event -> event.get("dimension").asText().equals("system"))
        .first()
        .satisfies(
            growth ->
                assertThat(growth.get("began").asText())
                    .isGreaterThanOrEqualTo(planted.get("onset").asText()));
    assertThat(picture)
        .content()
        .startsWith("<svg ")
        .endsWith("</svg>\n")
        .contains("systems it uses, each week", "actions a day");
  }

  @Test
  void filesInAnyOrderTellTheSame() throws IOException {
    List<String> all = Files.readAllLines(folder.resolve("activity.jsonl"));
    int most = all.size() * 2 / 3;
    Path whole = Files.write(folder.resolve("whole.jsonl"), all.subList(0, most));
    Path first = Files.write(folder.resolve("first.jsonl"), all.subList(0, most / 2));
    Path second = Files.write(folder.resolve("second.jsonl"), all.subList(most / 2, most));

    String together = run(0, "drift", "--activity", whole.toString());
    String apart =
        run(0, "drift", "--activity", second.toString(), first.toString(), "--parallelism=1");

    assertThat(apart)
        .isEqualTo(together)
        .contains("  growth  ")
        .containsPattern("10 agents, \\d+ days from 2026-01-05 to .*: \\d+ drifts of \\d+ agents");
  }

  @Test
  void anAgentThatIsNotThereIsAnError() {
    String error =
        run(1, "drift", "--activity=" + folder.resolve("activity.jsonl"), "--agent=nobody");
    assertThat(error.lines())
        .containsExactly(
            "driftline: no action of agent nobody in %s (is the id right?)"
                .formatted(folder.resolve("activity.jsonl")));
  }

  private static List<JsonNode> lines(String json) {
    return Stream.of(json.split("\n")).map(DriftCommandITCase::parsed).toList();
  }

  private static JsonNode parsed(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
