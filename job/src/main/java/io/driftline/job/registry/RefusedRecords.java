package io.driftline.job.registry;

import io.driftline.job.ingest.Rejection;
import io.driftline.job.metric.CounterPerValue;
import io.driftline.job.metric.Metric;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;

/** Lets through the records of the registry that say nothing, and counts them by reason. */
public final class RefusedRecords extends RichFilterFunction<RegistryRecord> {

  private static final long serialVersionUID = 1L;

  private transient CounterPerValue<Rejection> refused;

  @Override
  public void open(OpenContext context) {
    refused =
        CounterPerValue.of(
            Metric.REGISTRY_REFUSED,
            getRuntimeContext().getMetricGroup(),
            Rejection.class,
            Rejection::code);
  }

  @Override
  public boolean filter(RegistryRecord record) {
    if (record.deadLetter() == null) {
      return false;
    }
    refused.inc(record.deadLetter().reason());
    return true;
  }
}
