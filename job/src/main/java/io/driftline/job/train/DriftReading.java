package io.driftline.job.train;

import io.driftline.job.metric.Metric;
import org.apache.flink.metrics.MetricGroup;

/** How far the scores of a cohort have drifted: told as a gauge. */
final class DriftReading {

  private volatile double drift;

  private DriftReading() {}

  /** Registers the gauge of one cohort. */
  static DriftReading register(MetricGroup operator, String cohort) {
    DriftReading reading = new DriftReading();
    Metric.MODEL_SCORE_DRIFT.gauge(operator, () -> reading.drift, cohort);
    return reading;
  }

  void set(double index) {
    drift = index;
  }
}
