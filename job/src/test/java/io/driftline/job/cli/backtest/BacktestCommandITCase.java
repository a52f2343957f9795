package io.driftline.job.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.driftline.job.alert.OutputSchema;
import io.driftline.job.cli.ActivityProducer;
import io.driftline.job.cli.Driftline;
import io.driftline.job.cli.local.EmbeddedBroker;
import io.driftline.job.ingest.ActivityFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class BacktestCommandITCase {

  @TempDir private static Path folder;

  @BeforeAll
  static void simulate() {
    assertThat(run("simulate", "--out=" + folder, "--agents=8", "--days=4").exitCode()).isZero();
  }

  private record Ran(int exitCode, String out, String err) {}

  private static Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Driftline.run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Ran(exitCode, out.toString(), err.toString());
  }

  /** The JSON of a run over {@code activity}; the report stands beside it. */
  private static Path backtest(String name, List<Path> activity, String... more) {
    Path json = folder.resolve(name + ".json");
    List<String> arguments = new ArrayList<>(List.of("backtest", "--json=" + json));
    arguments.add("--report=" + folder.resolve(name + ".html"));
    arguments.add("--registry=" + folder.resolve("registry.jsonl"));
    activity.forEach(file -> arguments.addAll(List.of("--activity", file.toString())));
    arguments.addAll(List.of(more));
    Ran ran = run(arguments.toArray(String[]::new));
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    return json;
  }

  private static List<Path> activity() {
    return List.of(folder.resolve("activity.jsonl"));
  }

  private static JsonNode read(Path json) throws IOException {
    return new ObjectMapper().readTree(json.toFile());
  }

  @Test
  void givesTheSameBytesWhateverTheParallelism() throws IOException {
    Path one = backtest("one", activity(), "--parallelism=1", "--seed=7");
    Path two = backtest("two", activity(), "--parallelism=2", "--seed=7");

    assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(two));
    assertThat(Files.readAllBytes(folder.resolve("one.html")))
        .isEqualTo(Files.readAllBytes(folder.resolve("two.html")));
  }

  @Test
  void keepsToItsSchemaWithLabelsAndWithout() throws IOException {
    OutputSchema schema = OutputSchema.named("backtest");
    Path labels = folder.resolve("labels.jsonl");
    for (Path json :
        List.of(
            backtest("plain", activity(), "--thresholds=60"),
            backtest("labelled", activity(), "--labels=" + labels, "--budget=0.001"))) {
      assertThat(schema.faults(Files.readString(json))).isEmpty();
      ObjectNode report = (ObjectNode) read(json);
      assertThat(listed(report, "alerts", OutputSchema.named("anomaly"))).isPositive();
      assertThat(listed(report, "drift", OutputSchema.named("drift"))).isNotNegative();
      assertThat(schema.undescribed(report.toString())).isEmpty();
    }
  }

  /** Takes a list out of the report; each of its elements has a schema of its own. */
  private static int listed(ObjectNode report, String name, OutputSchema schema) {
    ArrayNode list = (ArrayNode) report.at("/" + name + "/list");
    int size = list.size();
    list.forEach(each -> assertThat(schema.faults(each.toString())).isEmpty());
    list.removeAll();
    return size;
  }

  @Test
  void aWindowChangesWhatIsReportedAndNotWhatIsLearnt() throws IOException {
    JsonNode whole = read(backtest("whole", activity()));
    JsonNode window = read(backtest("window", activity(), "--from=2026-01-29", "--to=2026-01-30"));

    assertThat(window.path("days")).hasSize(1);
    assertThat(window.at("/days/0")).isEqualTo(whole.at("/days/1"));
    assertThat(window.at("/sets/0/by_day/0")).isEqualTo(whole.at("/sets/0/by_day/1"));
    assertThat(window.at("/alerts/total").asInt()).isEqualTo(window.at("/sets/0/alerts").asInt());
    assertThat(ids(whole)).containsAll(ids(window));
  }

  private static List<String> ids(JsonNode report) {
    List<String> ids = new ArrayList<>();
    report.at("/alerts/list").forEach(alert -> ids.add(alert.path("id").asText()));
    return ids;
  }

  @Test
  void severalFilesAreOneHistoryAndWhatIsRefusedIsCounted() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("activity.jsonl"));
    Path first = folder.resolve("first.jsonl");
    Path second = folder.resolve("second.jsonl");
    Files.write(first, lines.subList(0, lines.size() / 2));
    Files.write(
        second,
        Stream.concat(Stream.of("nonsense"), lines.stream().skip(lines.size() / 2)).toList());

    ObjectNode split = (ObjectNode) read(backtest("split", List.of(second, first)));
    ObjectNode joined = (ObjectNode) read(backtest("joined", activity()));

    assertThat(split.at("/run/refused").asInt()).isEqualTo(1);
    split.remove("run");
    joined.remove("run");
    assertThat(split).isEqualTo(joined);
  }

  @Test
  void aTopicGivesWhatTheFileGives() throws IOException {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      broker.createTopic("history", 3, Map.of());
      try (ActivityProducer producer = new ActivityProducer(broker.bootstrapServers(), "history")) {
        ActivityFile.read(
            activity().get(0), Clock.systemUTC(), decoded -> producer.send(decoded.action()));
        producer.flush();
      }
      ObjectNode topic =
          (ObjectNode)
              read(
                  backtest(
                      "topic",
                      List.of(),
                      "--activity=kafka:history",
                      "--bootstrap-servers=" + broker.bootstrapServers()));
      ObjectNode file = (ObjectNode) read(backtest("file", activity()));
      topic.remove("run");
      file.remove("run");
      assertThat(topic).isEqualTo(file);
    }
  }

  @Test
  void saysWhatIsWrongWithTheCommandLine() {
    String file = "--activity=" + folder.resolve("activity.jsonl");
    assertThat(run("backtest", file, "--from=2026-02-01", "--to=2026-01-01"))
        .matches(ran -> ran.exitCode() == 2 && ran.err().contains("is not before"));
    assertThat(run("backtest", file, "--from=yesterday"))
        .matches(ran -> ran.exitCode() == 2 && ran.err().contains("is no time"));
    assertThat(run("backtest", file, "--budget=0"))
        .matches(ran -> ran.exitCode() == 2 && ran.err().contains("above 0"));
    assertThat(run("backtest", file, "--thresholds=101"))
        .matches(ran -> ran.exitCode() == 1 && ran.err().contains("no line from 0 to 100"));
    assertThat(run("backtest", "--activity=kafka:history"))
        .matches(ran -> ran.exitCode() == 1 && ran.err().contains("--bootstrap-servers"));
    assertThat(run("backtest", file, "--from=2030-01-01"))
        .matches(ran -> ran.exitCode() == 1 && ran.err().contains("no action"));
  }
}
