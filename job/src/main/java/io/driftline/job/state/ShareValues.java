package io.driftline.job.state;

import java.io.IOException;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;

/**
 * One value for each share into which an operator's keys are divided, Flink's key groups: there are
 * as many as the maximum parallelism, however many keys there are. A share's value moves with its
 * keys when the job is rescaled.
 *
 * @param <V> the value in memory
 */
public final class ShareValues<V> {

  private final KeyedStateBackend<String> backend;
  private final WriteBackCache<V> cache;
  private final ShareKeys keys;

  private ShareValues(KeyedStateBackend<String> backend, WriteBackCache<V> cache, ShareKeys keys) {
    this.backend = backend;
    this.cache = cache;
    this.keys = keys;
  }

  /** Opens the state called {@code name} of {@code operator}; to be called when that opens. */
  public static <V> ShareValues<V> open(
      AbstractStreamOperator<?> operator, String name, StoredValue<V> form) throws Exception {
    KeyedStateBackend<String> backend = operator.getKeyedStateBackend();
    ShareKeys keys = ShareKeys.of(operator);
    ValueStateDescriptor<byte[]> descriptor =
        new ValueStateDescriptor<>(name, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    return new ShareValues<>(
        backend,
        new WriteBackCache<>(
            backend, operator.getRuntimeContext().getState(descriptor), form, keys.count()),
        keys);
  }

  /**
   * The value of the share of {@code key}, to be changed in place; {@code key} is current after.
   */
  public V change(String key) throws IOException {
    String share = keys.of(key);
    backend.setCurrentKey(share);
    try {
      return cache.change(share);
    } finally {
      backend.setCurrentKey(key);
    }
  }

  /** Writes every changed value to the backend. Leaves another current key behind. */
  public void flush() throws IOException {
    cache.flush();
  }
}
