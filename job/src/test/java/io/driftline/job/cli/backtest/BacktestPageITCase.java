package io.driftline.job.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.driftline.job.cli.Driftline;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The report in a real browser, made of activity in which agents and resources are hostile. */
@Timeout(240)
class BacktestPageITCase {

  private static final String HOSTILE =
      "</script><script>window.harmed=1</script><img src=x onerror=window.harmed=1>&amp;<!--";

  @TempDir private static Path folder;

  private static Browser browser;
  private static JsonNode figures;

  @BeforeAll
  static void reportAndBrowser() throws Exception {
    Path program = Browser.installed().orElse(null);
    assumeTrue(program != null, "no browser is installed: apt-get install chromium runs this test");
    run("simulate", "--out=" + folder, "--agents=8", "--days=4");
    makeHostile(folder.resolve("activity.jsonl"));
    run(
        "backtest",
        "--activity=" + folder.resolve("activity.jsonl"),
        "--labels=" + folder.resolve("labels.jsonl"),
        "--thresholds=60",
        "--thresholds=85",
        "--most-alerts=40",
        "--json=" + folder.resolve("report.json"),
        "--report=" + folder.resolve("report.html"));
    figures = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    browser = Browser.start(program, folder.resolve("profile"));
  }

  private static void makeHostile(Path activity) throws Exception {
    String json = new ObjectMapper().writeValueAsString(HOSTILE);
    String inside = json.substring(1, json.length() - 1);
    String hostile =
        Files.readString(activity)
            .replaceAll("\"agent\":\\{\"id\":\"(finance|it)-", "\"agent\":{\"id\":\"$1-" + inside)
            .replaceAll("\"resource\":\"", "\"resource\":\"" + inside);
    Files.writeString(activity, hostile, StandardCharsets.UTF_8);
  }

  private static void run(String... arguments) {
    StringWriter err = new StringWriter();
    PrintWriter out = new PrintWriter(new StringWriter());
    assertThat(Driftline.run(out, new PrintWriter(err), arguments)).as(err.toString()).isZero();
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    browser.open(folder.resolve("report.html"));
  }

  private static String text(String id) throws Exception {
    return browser.run("document.getElementById('" + id + "').textContent").asText();
  }

  private static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static void moveLineTo(int line) throws Exception {
    browser.run(
        "{const s = document.getElementById('line'); s.value = "
            + line
            + "; s.dispatchEvent(new Event('input', {bubbles: true}));}");
  }

  private static JsonNode atLine(int line) {
    for (JsonNode point : figures.path("curve")) {
      if (point.path("line").asInt() == line) {
        return point;
      }
    }
    throw new AssertionError("no line " + line);
  }

  @Test
  void theNumbersOnThePageAreThoseOfTheJsonBesideIt() throws Exception {
    assertThat(browser.run("JSON.parse(document.getElementById('data').textContent)"))
        .isEqualTo(figures);
    assertThat(text("key-alerts")).isEqualTo(whole(figures.at("/sets/0/alerts").asLong()));
    assertThat(text("key-actions")).isEqualTo(whole(figures.at("/run/actions").asLong()));
    assertThat(text("key-incidents")).isEqualTo(whole(figures.at("/run/incidents").asLong()));
    assertThat(text("line-alerts")).isEqualTo(whole(atLine(60).path("alerts").asLong()));
    assertThat(rows("table-sets")).isEqualTo(2);
    assertThat(rows("table-curve")).isEqualTo(figures.path("curve").size());
    assertThat(rows("table-budget")).isEqualTo(figures.at("/budgets/list").size());
    assertThat(rows("table-features")).isEqualTo(figures.path("features").size());
  }

  private static int rows(String table) throws Exception {
    return browser.run("document.querySelectorAll('#" + table + " tbody tr').length").asInt();
  }

  @Test
  void theSliderChangesTheNumbersAndTheChart() throws Exception {
    moveLineTo(90);

    assertThat(text("line-value")).isEqualTo("90.0");
    assertThat(text("line-alerts")).isEqualTo(whole(atLine(90).path("alerts").asLong()));
    assertThat(text("line-alerts")).isNotEqualTo(whole(atLine(60).path("alerts").asLong()));
    assertThat(text("line-agents")).isEqualTo(whole(atLine(90).path("agents").asLong()));
    assertThat(browser.run("document.querySelector('#chart-curve canvas').ariaLabel").asText())
        .contains("at 90");
  }

  @Test
  void theFilterNarrowsTheAlertsAndEachIsExplained() throws Exception {
    int listed = figures.at("/alerts/list").size();
    assertThat(listed).isEqualTo(40);
    assertThat(text("alerts-left")).contains(whole(figures.at("/alerts/left_out").asLong()));
    assertThat(text("filter-count")).isEqualTo("40 of 40 listed");

    browser.run(
        "{const f = document.getElementById('filter-score'); f.value = 90;"
            + "f.dispatchEvent(new Event('input', {bubbles: true}));}");
    long high = 0;
    for (JsonNode alert : figures.at("/alerts/list")) {
      high += alert.path("score").asDouble() >= 90 ? 1 : 0;
    }
    assertThat(text("filter-count")).isEqualTo(high + " of 40 listed");
    assertThat(browser.run("document.querySelectorAll('.alert').length").asLong()).isEqualTo(high);

    browser.run("document.querySelector('.alert').open = true");
    browser.run("document.querySelector('.alert').dispatchEvent(new Event('toggle'))");
    assertThat(browser.run("document.querySelector('.alert .why').textContent").asText())
        .contains("Unless", "Evidence", "bits");
  }

  @Test
  void theThemeTogglesAndSaysSo() throws Exception {
    String theme = "document.documentElement.dataset.theme";
    String paper = "getComputedStyle(document.body).backgroundColor";
    String before = browser.run(theme).asText();
    String paperBefore = browser.run(paper).asText();

    browser.run("document.getElementById('theme').click()");

    assertThat(browser.run(theme).asText()).isNotEqualTo(before).isIn("light", "dark");
    assertThat(browser.run(paper).asText()).isNotEqualTo(paperBefore);
    assertThat(browser.run("document.getElementById('theme').ariaPressed").asText())
        .isEqualTo(String.valueOf(browser.run(theme).asText().equals("dark")));
  }

  @Test
  void itFollowsThePreferredColours() throws Exception {
    Map<String, Object> dark =
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark")));
    browser.send("Emulation.setEmulatedMedia", dark);
    browser.open(folder.resolve("report.html"));
    assertThat(browser.run("document.documentElement.dataset.theme").asText()).isEqualTo("dark");
    browser.send("Emulation.setEmulatedMedia", Map.of("features", List.of()));
  }

  @Test
  void hostileTextStaysText() throws Exception {
    moveLineTo(50);
    browser.run("document.querySelectorAll('.alert').forEach((alert) => (alert.open = true))");

    assertThat(figures.toString()).contains("onerror");
    assertThat(
            browser.run("document.body.textContent.includes('onerror=window.harmed')").asBoolean())
        .isTrue();
    assertThat(browser.run("window.harmed === undefined").asBoolean()).isTrue();
    assertThat(browser.run("document.querySelectorAll('main img, main script').length").asInt())
        .isZero();
  }

  @Test
  void nothingIsLoadedAndNothingGoesWrong() throws Exception {
    moveLineTo(70);
    browser.run("document.getElementById('theme').click()");
    assertThat(browser.complaints()).isEmpty();
    String blocked = "fetch('https://example.invalid/').then(() => 'sent', () => 'refused')";
    JsonNode answer =
        browser.send(
            "Runtime.evaluate",
            Map.of("expression", blocked, "awaitPromise", true, "returnByValue", true));
    assertThat(answer.at("/result/value").asText()).isEqualTo("refused");
    assertThat(browser.complaints()).anyMatch(each -> each.contains("Content Security Policy"));
  }

  @Test
  void everythingHasAnAccessibleName() throws Exception {
    browser.send("Accessibility.enable", Map.of());
    JsonNode nodes = browser.send("Accessibility.getFullAXTree", Map.of()).path("nodes");
    List<String> wanted =
        List.of(
            "button",
            "slider",
            "textbox",
            "searchbox",
            "spinbutton",
            "combobox",
            "image",
            "table",
            "link",
            "heading",
            "region");
    int named = 0;
    for (JsonNode node : nodes) {
      String role = node.at("/role/value").asText();
      if (!node.path("ignored").asBoolean() && wanted.contains(role)) {
        assertThat(node.at("/name/value").asText()).as(role + " " + node).isNotBlank();
        named++;
      }
    }
    assertThat(named).isGreaterThan(40);
    assertThat(browser.run("document.querySelectorAll('h1').length").asInt()).isEqualTo(1);
  }
}
