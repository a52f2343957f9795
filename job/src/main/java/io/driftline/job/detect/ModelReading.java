package io.driftline.job.detect;

import io.driftline.forest.ModelArtifact;
import io.driftline.job.metric.Metric;
import org.apache.flink.metrics.MetricGroup;

/** Which model judged the latest action of a cohort, and how old it was: told as gauges. */
final class ModelReading {

  private static final long MILLIS = 1_000;

  private volatile long trainedUpTo;
  private volatile long age;

  private ModelReading() {}

  /** Registers the gauges of one cohort. */
  static ModelReading register(MetricGroup operator, String cohort) {
    ModelReading reading = new ModelReading();
    Metric.MODEL_VERSION.gauge(operator, () -> reading.trainedUpTo, cohort);
    Metric.MODEL_AGE.gauge(operator, () -> reading.age, cohort);
    return reading;
  }

  /** The cohort's own model judged an action of that time. */
  void own(ModelArtifact model, long time) {
    long end = model.provenance().to();
    trainedUpTo = end / MILLIS;
    age = Math.max(0, time - end) / MILLIS;
  }

  /** Another model judged, or none. */
  void none() {
    trainedUpTo = 0;
    age = 0;
  }
}
