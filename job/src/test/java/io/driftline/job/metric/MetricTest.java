package io.driftline.job.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.testutils.MetricListener;
import org.junit.jupiter.api.Test;

class MetricTest {

  private final MetricListener listener = new MetricListener();
  private final MetricGroup operator = listener.getMetricGroup();

  @Test
  void namesAreUniqueInFlinkAndInPrometheus() {
    assertThat(Stream.of(Metric.values()).map(Metric::id)).doesNotHaveDuplicates();
    assertThat(Stream.of(Metric.values()).map(Metric::prometheusName)).doesNotHaveDuplicates();
  }

  @Test
  void namesAreOfOneForm() {
    assertThat(Stream.of(Metric.values()).map(Metric::id))
        .allMatch(id -> id.matches("[a-z]+\\.[a-z_]+"));
  }

  @Test
  void aCounterIsRegisteredWithItsLabels() {
    Metric.INCIDENTS_TOLD.counter(operator, "opened", "high").inc();
    assertThat(
            listener
                .getCounter("change", "opened", "severity", "high", "incidents.told")
                .orElseThrow()
                .getCount())
        .isEqualTo(1);
  }

  @Test
  void labelsMustBeGiven() {
    assertThatThrownBy(() -> Metric.DEAD_LETTERS.counter(operator))
        .hasMessage("activity.dead_letter has the labels [reason], got 0 values");
  }

  @Test
  void aMetricIsOfItsKindOnly() {
    assertThatThrownBy(() -> Metric.ACTIONS_SCORED.histogram(operator))
        .hasMessage("actions.scored is a COUNTER, not a HISTOGRAM");
  }

  @Test
  void aHistogramKeepsTheLatestValuesOnly() {
    Histogram histogram = Metric.ACTION_SCORE.histogram(operator);
    for (int value = 0; value < 3 * Metric.HISTOGRAM_WINDOW; value++) {
      histogram.update(value);
    }
    assertThat(histogram.getStatistics().size()).isEqualTo(Metric.HISTOGRAM_WINDOW);
    assertThat(histogram.getStatistics().getMin()).isEqualTo(2 * Metric.HISTOGRAM_WINDOW);
    assertThat(histogram.getCount()).isEqualTo(3L * Metric.HISTOGRAM_WINDOW);
  }

  @Test
  void cohortsBeyondTheCapAreNotReported() {
    List<String> registered = new ArrayList<>();
    PerCohort<String> perCohort =
        new PerCohort<>(
            cohort -> {
              registered.add(cohort);
              return cohort;
            });
    for (int i = 0; i < 2 * PerCohort.MOST; i++) {
      perCohort.of("cohort-" + i);
    }
    assertThat(registered).hasSize(PerCohort.MOST);
    assertThat(perCohort.of("cohort-0")).isEqualTo("cohort-0");
    assertThat(perCohort.of("cohort-" + PerCohort.MOST)).isNull();
    assertThat(registered).hasSize(PerCohort.MOST);
  }
}
