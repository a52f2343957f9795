package io.driftline.job.state;

import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * A stage that can have itself woken for a key when event time has come so far.
 *
 * @param <I> element in
 * @param <V> value kept per key
 * @param <O> element out
 */
public abstract class WakingStage<I, V, O> extends AgentStage<I, V, O> {

  private static final long serialVersionUID = 1L;

  private transient Timers wakings;

  protected WakingStage(StageSettings settings, TypeInformation<I> inputType) {
    super(settings, inputType);
  }

  /** Acts when the watermark has passed a time that was asked for. */
  protected abstract void wake(long time, V value) throws Exception;

  @Override
  public void open() throws Exception {
    super.open();
    wakings = Timers.open(this, "wake", (key, time) -> wake(time, value(key, time)));
  }

  /** Has {@link #wake} called for the current key when the watermark has passed {@code time}. */
  protected final void wakeAt(long time) {
    wakings.set(time);
  }
}
