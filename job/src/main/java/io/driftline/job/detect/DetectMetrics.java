package io.driftline.job.detect;

import io.driftline.decide.Anomaly;
import io.driftline.forest.ModelArtifact;
import io.driftline.job.metric.CounterPerValue;
import io.driftline.job.metric.Metric;
import io.driftline.job.metric.PerCohort;
import io.driftline.posture.Severity;
import java.util.function.LongSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;

/** What the detect stage tells of itself. */
final class DetectMetrics {

  private static final double HIGHEST_SHOWN = 100;

  private final ModelArtifact initial;
  private final LongSupplier clock;
  private final Counter scored;
  private final Counter withoutModel;
  private final Counter byInitialModel;
  private final Counter muted;
  private final CounterPerValue<Severity> raised;
  private final Histogram score;
  private final Histogram latency;
  private final Histogram anomalyLatency;
  private final PerCohort<ModelReading> models;

  /**
   * @param initial the model for cohorts that have none yet; {@code null} for none
   * @param clock epoch milliseconds
   */
  DetectMetrics(MetricGroup operator, ModelArtifact initial, LongSupplier clock) {
    this.initial = initial;
    this.clock = clock;
    scored = Metric.ACTIONS_SCORED.counter(operator);
    withoutModel = Metric.ACTIONS_SCORED_WITHOUT_MODEL.counter(operator);
    byInitialModel = Metric.ACTIONS_SCORED_BY_INITIAL_MODEL.counter(operator);
    muted = Metric.ANOMALIES_MUTED.counter(operator);
    raised = CounterPerValue.of(Metric.ANOMALIES_RAISED, operator, Severity.class, Severity::code);
    score = Metric.ACTION_SCORE.histogram(operator);
    latency = Metric.ACTION_LATENCY.histogram(operator);
    anomalyLatency = Metric.ANOMALY_LATENCY.histogram(operator);
    models = new PerCohort<>(cohort -> ModelReading.register(operator, cohort));
  }

  /** An action of that time was scored, by that model or by none. */
  void scored(String cohort, long time, double points, ModelArtifact model) {
    scored.inc();
    score.update((long) Math.min(HIGHEST_SHOWN, points));
    latency.update(age(time));
    if (model == null) {
      withoutModel.inc();
    } else if (model == initial) {
      byInitialModel.inc();
    }
    read(models.of(cohort), model, time);
  }

  private void read(ModelReading reading, ModelArtifact model, long time) {
    if (reading == null) {
      return;
    }
    if (model == null || model == initial) {
      reading.none();
    } else {
      reading.own(model, time);
    }
  }

  /** An action was raised. */
  void raised(Anomaly anomaly) {
    raised.inc(anomaly.severity().severity());
    anomalyLatency.update(age(anomaly.time().toEpochMilli()));
  }

  /** An action was not raised, because of what people said. */
  void muted() {
    muted.inc();
  }

  private long age(long time) {
    return Math.max(0, clock.getAsLong() - time);
  }
}
