package io.driftline.job.ingest;

import io.driftline.job.metric.CounterPerValue;
import io.driftline.job.metric.Metric;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts what became of records of activity: actions, and dead letters by {@link Rejection}. */
final class DecodedCounters {

  private final Counter received;
  private final Counter decoded;
  private final CounterPerValue<Rejection> deadLetters;

  DecodedCounters(MetricGroup operator) {
    received = Metric.ACTIVITY_RECEIVED.counter(operator);
    decoded = Metric.ACTIVITY_DECODED.counter(operator);
    deadLetters =
        CounterPerValue.of(Metric.DEAD_LETTERS, operator, Rejection.class, Rejection::code);
  }

  void count(Decoded record) {
    received.inc();
    if (record.isAction()) {
      decoded.inc();
    } else {
      deadLetters.inc(record.deadLetter().reason());
    }
  }
}
