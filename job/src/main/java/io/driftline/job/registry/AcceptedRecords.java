package io.driftline.job.registry;

import io.driftline.job.metric.CounterPerValue;
import io.driftline.job.metric.Metric;
import io.driftline.registry.RegistryChange.Subject;
import java.util.Locale;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;

/** Lets through the records of the registry that say something, and counts them. */
public final class AcceptedRecords extends RichFilterFunction<RegistryRecord> {

  private static final long serialVersionUID = 1L;

  private transient CounterPerValue<Subject> accepted;

  @Override
  public void open(OpenContext context) {
    accepted =
        CounterPerValue.of(
            Metric.REGISTRY_ACCEPTED,
            getRuntimeContext().getMetricGroup(),
            Subject.class,
            subject -> subject.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public boolean filter(RegistryRecord record) {
    if (record.change() == null) {
      return false;
    }
    accepted.inc(record.change().subject());
    return true;
  }
}
