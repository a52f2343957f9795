package io.driftline.job.metric;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * A counter for each value of a metric's last label. All are there from 0 on: the first increase of
 * a counter that appears with it would be seen by nobody.
 *
 * @param <E> the values
 */
public final class CounterPerValue<E extends Enum<E>> {

  private final Map<E, Counter> counters;

  private CounterPerValue(Map<E, Counter> counters) {
    this.counters = counters;
  }

  /**
   * Registers the counters with one operator.
   *
   * @param code the label's value for each of {@code type}
   * @param before values of the labels before the last
   */
  public static <E extends Enum<E>> CounterPerValue<E> of(
      Metric metric,
      MetricGroup operator,
      Class<E> type,
      Function<E, String> code,
      String... before) {
    Map<E, Counter> counters = new EnumMap<>(type);
    for (E value : type.getEnumConstants()) {
      String[] values = Arrays.copyOf(before, before.length + 1);
      values[before.length] = code.apply(value);
      counters.put(value, metric.counter(operator, values));
    }
    return new CounterPerValue<>(counters);
  }

  /** Counts one. */
  public void inc(E value) {
    counters.get(value).inc();
  }
}
