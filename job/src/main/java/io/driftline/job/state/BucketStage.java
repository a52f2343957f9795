package io.driftline.job.state;

import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * A keyed stage that gathers contributions per time bucket and acts when the watermark closes a
 * bucket.
 *
 * @param <I> contribution
 * @param <V> value kept per key
 * @param <O> element out
 */
public abstract class BucketStage<I, V, O> extends KeyedStage<V, O> {

  private static final long serialVersionUID = 1L;

  private transient Timers closes;

  protected BucketStage(StageSettings settings) {
    super(settings);
  }

  /** The key of a contribution: the stage's key. */
  protected abstract String keyOf(I contribution);

  /** Adds a contribution to the value; returns the end of its bucket. */
  protected abstract long add(I contribution, V value);

  /** Acts at the end of a bucket; all that was earlier than {@code end} is in, but for the late. */
  protected abstract void close(String key, long end, V value) throws Exception;

  @Override
  public void open() throws Exception {
    super.open();
    closes = Timers.open(this, "close", (key, last) -> close(key, last + 1, value(key, last)));
  }

  /** Takes one contribution in. */
  protected final void accept(StreamRecord<I> record) throws Exception {
    I contribution = record.getValue();
    V value = value(keyOf(contribution), record.getTimestamp());
    closes.set(add(contribution, value) - 1);
  }

  /**
   * Has {@link #close} called for the current key at the end of a further bucket, even if nothing
   * falls into it. At the end of bounded input, where all time is over, nothing happens.
   */
  protected final void closeAlsoAt(long end) {
    if (!isOver()) {
      closes.set(end - 1);
    }
  }

  /** Whether bounded input has ended: all time is over, and silence from then on means nothing. */
  protected final boolean isOver() {
    return closes.currentWatermark() == Long.MAX_VALUE;
  }
}
