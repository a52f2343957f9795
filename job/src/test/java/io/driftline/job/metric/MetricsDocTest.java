package io.driftline.job.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about metrics says what the code says; see its first line for how it is made. */
class MetricsDocTest {

  private static final Path PAGE = Path.of("..", "docs", "metrics.md");

  private static final String INTRODUCTION =
      """
      <!-- Generated from io.driftline.job.metric.Metric. To bring it up to date:
      ./mvnw -q test -Dtest='*DocTest' -Dsurefire.failIfNoSpecifiedTests=false \
      -Ddriftline.docs.update=true -->
      # Metrics

      What the job tells of itself, beside what Flink and its Kafka connector tell. [Operations](operations.md)
      says which of them to watch and what to do when one is off.

      - A *counter* counts from 0 since the task was started, so a restart sets it back: use `rate` or
        `increase`, which know that. Flink's Prometheus reporter calls it a gauge.
      - A *histogram* tells quantiles of the latest %,d values of each subtask, as labels `quantile`
        (0.5, 0.75, 0.95, 0.98, 0.99, 0.999), and their number with the ending `_count`.
      - Flink puts a *label* of a metric into its name in Prometheus, too, before the rest. Beside those in the table,
        each series has Flink's: `job_name`, `operator_name`, `subtask_index`, `host`. Each subtask tells its own: add up
        counters with `sum`, take gauges with `max`.
      - What goes by cohort is told for the first %d cohorts that a subtask meets: `state.cohorts` says how many there are.
        Set `metrics.reporter.prom.filterLabelValueCharacters: false`, or Flink writes `_` for the slash in their names.
      - A stage that is not there (no registry, no control topic, no audit trail) tells nothing.

      | metric | kind | unit | labels | meaning | in Prometheus |
      |---|---|---|---|---|---|
      """;

  @Test
  void thePageIsUpToDate() throws IOException {
    String expected = page();
    if (Boolean.getBoolean("driftline.docs.update")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(PAGE).as("its first line says how to update it").content().isEqualTo(expected);
  }

  private static String page() {
    return INTRODUCTION.formatted(Metric.HISTOGRAM_WINDOW, PerCohort.MOST)
        + Stream.of(Metric.values()).map(each -> row(each)).collect(Collectors.joining());
  }

  private static String row(Metric metric) {
    return "| `%s` | %s | %s | %s | %s | `%s` |\n"
        .formatted(
            metric.id(),
            metric.kind().name().toLowerCase(Locale.ROOT),
            metric.unit(),
            metric.labels().stream().map(each -> "`" + each + "`").collect(Collectors.joining(" ")),
            metric.text(),
            metric.prometheusName());
  }
}
