package io.driftline.job.state;

import java.io.IOException;
import java.util.Comparator;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * A stage keyed by agent, or by something else that belongs together, that keeps one value per key:
 * order, storage and expiry are settled here, so that a stage only says what it does with one
 * element.
 *
 * <p>An operator rather than a process function, because only an operator may write keyed state
 * before a barrier, which the write-back cache needs.
 *
 * @param <I> element in
 * @param <V> value kept per agent
 * @param <O> element out
 */
public abstract class AgentStage<I, V, O> extends AbstractStreamOperator<O> {

  private static final long serialVersionUID = 1L;

  private final StageSettings settings;
  private final TypeInformation<I> inputType;
  private transient KeyedValues<V> values;
  private transient EventTimeOrder<I> order;

  protected AgentStage(StageSettings settings, TypeInformation<I> inputType) {
    this.settings = settings;
    this.inputType = inputType;
  }

  /** How the value per agent is stored. */
  protected abstract StoredValue<V> storedValue();

  /** The agent of an element: the stage's key. */
  protected abstract String agentOf(I element);

  /**
   * Settles the order of elements of one agent that bear the same time. By default it is settled
   * already, by a stage before; a stable sort keeps it.
   */
  protected Comparator<I> tieBreak() {
    return (a, b) -> 0;
  }

  /**
   * Handles one element of the agent whose value is given.
   *
   * @param late whether it came after the watermark had passed its time
   */
  protected abstract void handle(I element, long time, V value, boolean late) throws Exception;

  @Override
  public void open() throws Exception {
    super.open();
    values = KeyedValues.open(this, storedValue(), settings);
    order =
        EventTimeOrder.open(
            this,
            settings.ordering(),
            inputType,
            tieBreak(),
            (element, time, late) ->
                handle(element, time, values.change(agentOf(element), time), late));
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    values.flush();
    super.prepareSnapshotPreBarrier(checkpointId);
  }

  /** Takes one element in: handles it or lets it wait for its turn. */
  protected final void accept(StreamRecord<I> record) throws Exception {
    order.accept(record.getValue(), record.getTimestamp());
  }

  /** The value of the current key, to be changed in place. */
  protected final V value(String key, long time) throws IOException {
    return values.change(key, time);
  }

  /** Has an element handled again when the watermark has passed its time, whatever the order. */
  protected final void await(I element, long time) throws Exception {
    order.await(element, time);
  }

  /** How far event time has come in this subtask. */
  protected final long currentWatermark() {
    return order.currentWatermark();
  }
}
