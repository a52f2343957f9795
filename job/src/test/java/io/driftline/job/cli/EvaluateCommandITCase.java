package io.driftline.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class EvaluateCommandITCase {

  @TempDir private static Path folder;

  @BeforeAll
  static void simulate() {
    StringWriter err = new StringWriter();
    int exitCode =
        Driftline.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            "simulate",
            "--out=" + folder,
            "--agents=8",
            "--days=3");
    assertThat(exitCode).as(err.toString()).isZero();
  }

  private static String evaluate(String... more) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] fixed = {
      "evaluate",
      "--activity=" + folder.resolve("activity.jsonl"),
      "--registry=" + folder.resolve("registry.jsonl"),
      "--labels=" + folder.resolve("labels.jsonl")
    };
    int exitCode =
        Driftline.run(
            new PrintWriter(out),
            new PrintWriter(err),
            Stream.of(fixed, more).flatMap(Stream::of).toArray(String[]::new));
    assertThat(exitCode).as(err.toString()).isZero();
    return out.toString();
  }

  @Test
  void severalSeedsAreReportedWithMedianAndSpreadAndTheFirstOnesScores() throws IOException {
    Path several = folder.resolve("several.jsonl");
    Path one = folder.resolve("one.jsonl");

    JsonNode json =
        new ObjectMapper()
            .readTree(
                evaluate("--seeds=2", "--json", "-D", "driftline.seed=7", "--scores=" + several));
    evaluate("-D", "driftline.seed=7", "--scores=" + one);

    assertThat(json.get("seeds")).map(JsonNode::asLong).containsExactly(7L, 8L);
    assertThat(json.get("runs")).hasSize(2);
    double median = json.get("event").get("roc_auc").asDouble();
    JsonNode spread = json.get("spread").get("event").get("roc_auc");
    assertThat(median).isBetween(spread.get("min").asDouble(), spread.get("max").asDouble());
    assertThat(Files.readAllBytes(several)).isEqualTo(Files.readAllBytes(one));
  }

  @Test
  void ablationReportsTheGroupsOfFeaturesThatAreNamed() {
    String text = evaluate("--ablate=volume,target");

    assertThat(text.lines().filter(line -> line.matches(".* [+-]\\d\\.\\d{3} .*")))
        .extracting(line -> line.substring(0, line.indexOf(' ')))
        .containsExactly("volume", "target");
  }

  @Test
  void whatIsDeclaredAddsFindingsAndLeavesTheScoresAsTheyAre() throws IOException {
    Path scores = folder.resolve("scores.jsonl");
    Path governed = folder.resolve("governed.jsonl");
    Path findings = folder.resolve("findings.jsonl");
    Path incidents = folder.resolve("incidents.jsonl");
    Path drift = folder.resolve("drift.jsonl");

    evaluate("--scores=" + scores, "--findings=" + findings);
    assertThat(findings).isEmptyFile();
    evaluate(
        "--declared=" + folder.resolve("declared.jsonl"),
        "--scores=" + governed,
        "--findings=" + findings,
        "--incidents=" + incidents,
        "--drift=" + drift);

    assertThat(governed).hasSameBinaryContentAs(scores);
    assertThat(schemas(findings)).isNotEmpty().containsOnly("driftline.finding/1");
    assertThat(schemas(incidents)).isNotEmpty().containsOnly("driftline.incident/1");
    assertThat(drift).exists();
  }

  private static List<String> schemas(Path file) throws IOException {
    List<String> schemas = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      schemas.add(new ObjectMapper().readTree(line).get("schema").asText());
    }
    return schemas;
  }
}
