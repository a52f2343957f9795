package io.driftline.job.metric;

/** What a metric is, in Flink's terms. */
public enum MetricKind {
  /** Grows from 0, each time the task starts. */
  COUNTER,
  /** A value that goes up and down. */
  GAUGE,
  /** Quantiles of the latest {@value Metric#HISTOGRAM_WINDOW} values of a subtask. */
  HISTOGRAM
}
