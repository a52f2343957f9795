package io.driftline.job.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts and dashboard ask for what is told, in a language that Prometheus understands. */
class MonitoringTest {

  private static final Path ALERTS = DeploymentFiles.FOLDER.resolve("prometheus/alerts.yaml");
  private static final Path RULE =
      DeploymentFiles.FOLDER.resolve("kubernetes/prometheus-rule.yaml");
  private static final String RULE_HEAD =
      """
      # Generated from ../prometheus/alerts.yaml. To bring it up to date:
      # ./mvnw -q test -Dtest=MonitoringTest -Dsurefire.failIfNoSpecifiedTests=false \
      -Ddriftline.docs.update=true
      apiVersion: monitoring.coreos.com/v1
      kind: PrometheusRule
      metadata:
        name: driftline
      spec:
      """;

  @TempDir private Path folder;

  @Test
  void alertsAskForMetricsThatAreTold() throws IOException {
    for (JsonNode rule : rules()) {
      Set<String> asked = MonitoredNames.in(rule.path("expr").asText());
      assertThat(asked).as(rule.path("alert").asText()).isNotEmpty();
      assertThat(MonitoredNames.told()).containsAll(asked);
    }
  }

  @Test
  void theDashboardAsksForMetricsThatAreTold() throws IOException {
    assertThat(queries())
        .hasSizeGreaterThan(30)
        .allSatisfy(
            query -> assertThat(MonitoredNames.told()).containsAll(MonitoredNames.in(query)));
  }

  @Test
  void everyAlertIsInTheRunbookAndHasATest() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "operations.md"));
    String tests = DeploymentFiles.text("prometheus/alerts.test.yaml");
    for (JsonNode rule : rules()) {
      String name = rule.path("alert").asText();
      assertThat(rule.at("/annotations/runbook").asText())
          .isEqualTo("docs/operations.md#" + name.toLowerCase(Locale.ROOT));
      assertThat(page)
          .contains("<a id=\"%s\"></a>`%s`".formatted(name.toLowerCase(Locale.ROOT), name));
      assertThat(tests).contains(name);
      assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning");
    }
  }

  @Test
  void theRuleForKubernetesSaysTheSame() throws IOException {
    String expected = RULE_HEAD + indented(Files.readString(ALERTS));
    if (Boolean.getBoolean("driftline.docs.update")) {
      Files.writeString(RULE, expected);
    }
    assertThat(RULE).as("its first lines say how to update it").content().isEqualTo(expected);
  }

  @Test
  void everyPanelHasAPlaceOfItsOwnAndSaysWhatItShows() throws IOException {
    Set<String> cells = new HashSet<>();
    Set<Integer> ids = new HashSet<>();
    for (JsonNode panel : dashboard().path("panels")) {
      assertThat(ids.add(panel.path("id").asInt())).as("id of its own").isTrue();
      JsonNode place = panel.path("gridPos");
      assertThat(place.path("x").asInt() + place.path("w").asInt()).isLessThanOrEqualTo(24);
      for (int x = 0; x < place.path("w").asInt(); x++) {
        for (int y = 0; y < place.path("h").asInt(); y++) {
          int column = place.path("x").asInt() + x;
          int line = place.path("y").asInt() + y;
          assertThat(cells.add(column + "/" + line)).as(panel.path("title").asText()).isTrue();
        }
      }
      if (!panel.path("type").asText().equals("row")) {
        assertThat(panel.path("description").asText()).isNotBlank();
      }
    }
  }

  @Test
  void grafanaAsksThePrometheusThatItIsGiven() throws IOException {
    String uid =
        DeploymentFiles.document("grafana/provisioning/datasources/prometheus.yaml")
            .at("/datasources/0/uid")
            .asText();
    assertThat(dashboard().findValuesAsText("uid"))
        .containsOnlyOnce("driftline")
        .allMatch(each -> each.equals(uid) || each.equals("driftline"));
  }

  /** Prometheus' own tool; skipped where it is not installed. */
  @Test
  void prometheusUnderstandsAlertsAndDashboard() throws Exception {
    assumeTrue(Shell.has("promtool"));
    Path queries = folder.resolve("dashboard.yaml");
    Files.writeString(queries, asRules(queries()));
    requireGood("promtool", "check", "rules", ALERTS.toString(), queries.toString());
    requireGood("promtool", "test", "rules", sibling("alerts.test.yaml"));
    requireGood("promtool", "check", "config", sibling("prometheus.yaml"));
  }

  /** Skipped where it is not installed. */
  @Test
  void shellScriptsAreSound() throws Exception {
    assumeTrue(Shell.has("shellcheck"));
    requireGood(
        "shellcheck",
        TopicScript.SCRIPT.toString(),
        DeploymentFiles.FOLDER.resolve("flink/start-job.sh").toString());
  }

  private static String sibling(String name) {
    return ALERTS.resolveSibling(name).toString();
  }

  private static void requireGood(String... command) throws Exception {
    Shell shell = Shell.run(Map.of(), command);
    assertThat(shell.exitCode()).as(shell.output()).isZero();
  }

  private static String asRules(List<String> queries) throws IOException {
    List<Map<String, String>> rules = new ArrayList<>();
    for (String query : queries) {
      String expr = query.replace("$__rate_interval", "1m");
      rules.add(Map.of("record", "query_" + rules.size(), "expr", expr));
    }
    return new ObjectMapper()
        .writeValueAsString(Map.of("groups", List.of(Map.of("name", "dashboard", "rules", rules))));
  }

  private static String indented(String yaml) {
    return yaml.lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.isEmpty() ? "\n" : "  " + line + "\n")
        .collect(Collectors.joining());
  }

  private static JsonNode rules() throws IOException {
    return DeploymentFiles.document("prometheus/alerts.yaml").at("/groups/0/rules");
  }

  private static JsonNode dashboard() throws IOException {
    return DeploymentFiles.json("grafana/dashboards/driftline.json");
  }

  private static List<String> queries() throws IOException {
    return dashboard().findValuesAsText("expr");
  }
}
