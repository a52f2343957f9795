package io.driftline.job.state;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * A stage keyed by cohort that gathers contributions per time bucket and acts when the watermark
 * closes a bucket.
 *
 * @param <I> contribution
 * @param <V> value kept per cohort
 * @param <O> element out
 */
public abstract class BucketStage<I, V, O> extends AbstractStreamOperator<O>
    implements OneInputStreamOperator<I, O> {

  private static final long serialVersionUID = 1L;

  private final StageSettings settings;
  private transient KeyedValues<V> values;
  private transient Timers closes;

  protected BucketStage(StageSettings settings) {
    this.settings = settings;
  }

  /** How the value per cohort is stored. */
  protected abstract StoredValue<V> storedValue();

  /** The cohort of a contribution: the stage's key. */
  protected abstract String keyOf(I contribution);

  /** Adds a contribution to the value; returns the end of its bucket. */
  protected abstract long add(I contribution, V value);

  /** Acts at the end of a bucket; all that was earlier than {@code end} is in, but for the late. */
  protected abstract void close(String cohort, long end, V value) throws Exception;

  @Override
  public void open() throws Exception {
    super.open();
    values = KeyedValues.open(this, storedValue(), settings);
    closes =
        Timers.open(
            this, "close", (cohort, last) -> close(cohort, last + 1, values.change(cohort, last)));
  }

  @Override
  public void processElement(StreamRecord<I> record) throws Exception {
    I contribution = record.getValue();
    V value = values.change(keyOf(contribution), record.getTimestamp());
    closes.set(add(contribution, value) - 1);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    values.flush();
    super.prepareSnapshotPreBarrier(checkpointId);
  }
}
