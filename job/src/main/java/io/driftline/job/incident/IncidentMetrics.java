package io.driftline.job.incident;

import io.driftline.incident.HiddenCause;
import io.driftline.incident.Incident;
import io.driftline.incident.IncidentChange;
import io.driftline.job.metric.CounterPerValue;
import io.driftline.job.metric.Metric;
import io.driftline.posture.Severity;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;

/** What the budget of incidents tells of itself. */
final class IncidentMetrics {

  private final LongSupplier clock;
  private final Map<IncidentChange, CounterPerValue<Severity>> told =
      new EnumMap<>(IncidentChange.class);
  private final CounterPerValue<HiddenCause> hidden;
  private final Histogram latency;

  /**
   * @param clock epoch milliseconds
   */
  IncidentMetrics(MetricGroup operator, LongSupplier clock) {
    this.clock = clock;
    for (IncidentChange change : IncidentChange.values()) {
      told.put(
          change,
          CounterPerValue.of(
              Metric.INCIDENTS_TOLD, operator, Severity.class, Severity::code, change.code()));
    }
    hidden =
        CounterPerValue.of(Metric.SIGNALS_HIDDEN, operator, HiddenCause.class, HiddenCause::code);
    latency = Metric.INCIDENT_LATENCY.histogram(operator);
  }

  void told(Incident incident) {
    told.get(incident.change()).inc(incident.severity());
    if (incident.change() == IncidentChange.OPENED) {
      latency.update(Math.max(0, clock.getAsLong() - incident.time()));
    }
  }

  void hidden(HiddenCause cause) {
    hidden.inc(cause);
  }
}
