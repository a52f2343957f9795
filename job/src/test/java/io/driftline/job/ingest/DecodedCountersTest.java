package io.driftline.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.testutils.MetricListener;
import org.junit.jupiter.api.Test;

class DecodedCountersTest {

  private final MetricListener metrics = new MetricListener();

  @Test
  void countsActionsAndDeadLettersByReason() {
    DecodedCounters counters = new DecodedCounters(metrics.getMetricGroup());
    counters.count(Decoded.of(Samples.fullAction()));
    counters.count(Decoded.of(Samples.fullAction()));
    counters.count(Decoded.of(Samples.deadLetter()));
    assertThat(count("activity.received")).isEqualTo(3);
    assertThat(count("activity.decoded")).isEqualTo(2);
    assertThat(count("reason", "missing_field", "activity.dead_letter")).isEqualTo(1);
    assertThat(count("reason", "not_json", "activity.dead_letter")).isZero();
  }

  private long count(String... name) {
    return metrics.getCounter(name).map(Counter::getCount).orElseThrow();
  }
}
