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

  private final StoredValue<V> form;
  private final WriteBackCache<V> cache;
  private final Timers expiries;
  private final long expiryMillis;

  private KeyedValues(
      AbstractStreamOperator<?> operator,
      StoredValue<V> form,
      WriteBackCache<V> cache,
      long expiryMillis) {
    this.form = form;
    this.cache = cache;
    this.expiryMillis = expiryMillis;
    this.expiries = Timers.open(operator, "expire", this::expire);
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
        settings.expiryMillis());
  }

  /** The value of the current key, made fresh if there is none, to be changed in place. */
  V change(String key, long time) throws IOException {
    V value = cache.change(key);
    if (form.lastUsed(value) == Long.MIN_VALUE) {
      expiries.set(time + expiryMillis);
    }
    return value;
  }

  /** Writes every changed value to the backend. Leaves another current key behind. */
  void flush() throws IOException {
    cache.flush();
  }

  /** How many values are in memory; may be asked from another thread. */
  int cached() {
    return cache.size();
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
    long due = form.lastUsed(value) + expiryMillis;
    if (form.isLasting(value)) {
      lookAgainAfter(time);
    } else if (due <= time) {
      cache.remove(key);
    } else {
      expiries.set(due);
    }
  }

  private void lookAgainAfter(long time) {
    expiries.set(Math.max(time, expiries.currentWatermark()) + expiryMillis);
  }
}
