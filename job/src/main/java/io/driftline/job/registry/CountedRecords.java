package io.driftline.job.registry;

import io.driftline.job.ingest.Rejection;
import io.driftline.job.metric.CounterPerValue;
import io.driftline.job.metric.Metric;
import io.driftline.registry.RegistryChange.Subject;
import java.util.Locale;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Lets through the records of the registry that say something, or those that say nothing, and
 * counts them.
 *
 * @param <E> by what they are counted
 */
public final class CountedRecords<E extends Enum<E>> extends RichFilterFunction<RegistryRecord> {

  private static final long serialVersionUID = 1L;

  private final Metric metric;
  private final Class<E> type;
  private final SerializableFunction<E, String> code;
  private final SerializableFunction<RegistryRecord, E> valueOf;
  private transient CounterPerValue<E> counters;

  private CountedRecords(
      Metric metric,
      Class<E> type,
      SerializableFunction<E, String> code,
      SerializableFunction<RegistryRecord, E> valueOf) {
    this.metric = metric;
    this.type = type;
    this.code = code;
    this.valueOf = valueOf;
  }

  /** Those that say something, by whom they are about. */
  public static CountedRecords<Subject> accepted() {
    return new CountedRecords<>(
        Metric.REGISTRY_ACCEPTED,
        Subject.class,
        subject -> subject.name().toLowerCase(Locale.ROOT),
        record -> record.change() == null ? null : record.change().subject());
  }

  /** Those that say nothing, by the reason. */
  public static CountedRecords<Rejection> refused() {
    return new CountedRecords<>(
        Metric.REGISTRY_REFUSED,
        Rejection.class,
        Rejection::code,
        record -> record.deadLetter() == null ? null : record.deadLetter().reason());
  }

  @Override
  public void open(OpenContext context) {
    counters = CounterPerValue.of(metric, getRuntimeContext().getMetricGroup(), type, code);
  }

  @Override
  public boolean filter(RegistryRecord record) {
    E value = valueOf.apply(record);
    if (value == null) {
      return false;
    }
    counters.inc(value);
    return true;
  }
}
