package io.driftline.job.state;

import io.driftline.job.metric.Metric;
import java.io.IOException;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;

/**
 * A stage that keeps one value per key: storage and expiry are settled here.
 *
 * <p>An operator rather than a process function, because only an operator may write keyed state
 * before a barrier, which the write-back cache needs.
 *
 * @param <V> value kept per key
 * @param <O> element out
 */
public abstract class KeyedStage<V, O> extends AbstractStreamOperator<O> {

  private static final long serialVersionUID = 1L;

  private final StageSettings settings;
  private transient KeyedValues<V> values;

  protected KeyedStage(StageSettings settings) {
    this.settings = settings;
  }

  /** How the value per key is stored. */
  protected abstract StoredValue<V> storedValue();

  @Override
  public void open() throws Exception {
    super.open();
    values = KeyedValues.open(this, storedValue(), settings);
    Metric.STATE_CACHED_KEYS.gauge(getMetricGroup(), values::cached);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    values.flush();
    super.prepareSnapshotPreBarrier(checkpointId);
  }

  /** The value of the current key, to be changed in place. */
  protected final V value(String key, long time) throws IOException {
    return values.change(key, time);
  }

  /** Whether anything is kept of the current key. */
  protected final boolean isKept(String key) throws IOException {
    return values.isKept(key);
  }

  /** What was given to the stage. */
  protected final StageSettings stageSettings() {
    return settings;
  }
}
