package io.driftline.job.state;

import java.io.IOException;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;

/**
 * One value per key of an operator: cached in memory, stored as bytes, and dropped when its key has
 * been silent for a while.
 *
 * @param <V> the value in memory
 */
final class KeyedValues<V> {

  private static final long DAY_MILLIS = 86_400_000;

  private final StoredValue<V> form;
  private final WriteBackCache<V> cache;
  private final Timers expiries;
  private final Timers trials;
  private final StageSettings settings;

  private KeyedValues(
      AbstractStreamOperator<?> operator,
      StoredValue<V> form,
      WriteBackCache<V> cache,
      StageSettings settings) {
    this.form = form;
    this.cache = cache;
    this.settings = settings;
    this.expiries = Timers.open(operator, "expire", this::expire);
    this.trials = Timers.open(operator, "trial", this::endTrial);
  }

  /** Opens the values of {@code operator}; to be called when the operator opens. */
  static <V> KeyedValues<V> open(
      AbstractStreamOperator<?> operator, StoredValue<V> form, StageSettings settings) {
    ValueStateDescriptor<byte[]> descriptor =
        new ValueStateDescriptor<>("value", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    return new KeyedValues<>(
        operator,
        form,
        new WriteBackCache<>(
            operator.getKeyedStateBackend(),
            operator.getRuntimeContext().getState(descriptor),
            form,
            settings.cachedKeys()),
        settings);
  }

  /** The value of the current key, made fresh if there is none, to be changed in place. */
  V change(String key, long time) throws IOException {
    V value = cache.change(key);
    if (form.lastUsed(value) == Long.MIN_VALUE) {
      begin(time);
    }
    return value;
  }

  /** Whether the current key has a value. */
  boolean isKept(String key) throws IOException {
    return cache.contains(key);
  }

  /** Writes every changed value to the backend. Leaves another current key behind. */
  void flush() throws IOException {
    cache.flush();
  }

  /** How many values are in memory; may be asked from another thread. */
  int cached() {
    return cache.size();
  }

  private void begin(long time) {
    if (form.hasTrial() && settings.trialMillis() < settings.expiryMillis()) {
      trials.set(time + settings.trialMillis());
    } else {
      expiries.set(time + settings.expiryMillis());
    }
  }

  /** Whoever did not come back after its first day was passing by. */
  private void endTrial(String key, long time) throws IOException {
    V value = expiries.currentWatermark() == Long.MAX_VALUE ? null : cache.peek(key);
    if (value == null) {
      return;
    }
    long firstDay = time - settings.trialMillis() + DAY_MILLIS;
    if (form.isLasting(value) || form.lastUsed(value) > firstDay) {
      expiries.set(Math.max(time, form.lastUsed(value) + settings.expiryMillis()));
    } else {
      cache.remove(key);
    }
  }

  private void expire(String key, long time) throws IOException {
    if (expiries.currentWatermark() == Long.MAX_VALUE) {
      // Bounded input has ended, and other timers of that moment may still want the value.
      return;
    }
    V value = cache.peek(key);
    if (value == null) {
      return;
    }
    if (form.isLasting(value)) {
      lookAgainAfter(time);
      return;
    }
    long due = form.lastUsed(value) + settings.expiryMillis();
    if (form.isLasting(value)) {
      lookAgainAfter(time);
    } else if (due <= time) {
      cache.remove(key);
    } else {
      expiries.set(due);
    }
  }

  private void lookAgainAfter(long time) {
    expiries.set(Math.max(time, expiries.currentWatermark()) + settings.expiryMillis());
  }
}
