package io.driftline.job.state;

import java.util.Comparator;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * A stage keyed by agent, or by something else that belongs together, that keeps one value per key:
 * order, storage and expiry are settled here, so that a stage only says what it does with one
 * element.
 *
 * @param <I> element in
 * @param <V> value kept per agent
 * @param <O> element out
 */
public abstract class AgentStage<I, V, O> extends KeyedStage<V, O> {

  private static final long serialVersionUID = 1L;

  private final TypeInformation<I> inputType;
  private transient EventTimeOrder<I> order;

  protected AgentStage(StageSettings settings, TypeInformation<I> inputType) {
    super(settings);
    this.inputType = inputType;
  }

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
   * Whether elements wait in one line for each share of the agents, so that also those of different
   * agents are handled in order. {@link #tieBreak} then settles their order, too.
   */
  protected boolean ordersAcrossAgents() {
    return false;
  }

  /**
   * Whether an element is to be handled at all. Called before anything is kept of its agent.
   *
   * @param late whether it came after the watermark had passed its time
   */
  protected boolean isAdmitted(I element, long time, boolean late) throws Exception {
    return true;
  }

  /**
   * Handles one element of the agent whose value is given.
   *
   * @param late whether it came after the watermark had passed its time
   */
  protected abstract void handle(I element, long time, V value, boolean late) throws Exception;

  /**
   * Does what is due for an agent at a time; elements of that time are handled already. Called for
   * the times given to {@link #wakeAt}, and maybe for others.
   */
  protected void wake(String agentId, long time) throws Exception {}

  @Override
  public void open() throws Exception {
    super.open();
    order =
        EventTimeOrder.open(
            this,
            stageSettings().ordering(),
            inputType,
            tieBreak(),
            this::handleIfAdmitted,
            this::wake,
            ordersAcrossAgents() ? new LinePerShare() : EventTimeOrder.Queue.perKey());
  }

  private void handleIfAdmitted(I element, long time, boolean late) throws Exception {
    if (isAdmitted(element, time, late)) {
      handle(element, time, value(agentOf(element), time), late);
    }
  }

  private final class LinePerShare implements EventTimeOrder.Queue<I> {

    private final ShareKeys shares = ShareKeys.of(AgentStage.this);

    @Override
    public void enter(I element) {
      setCurrentKey(shares.of(agentOf(element)));
    }

    @Override
    public void leave(I element) {
      setCurrentKey(agentOf(element));
    }
  }

  /** Takes one element in: handles it or lets it wait for its turn. */
  protected final void accept(StreamRecord<I> record) throws Exception {
    order.accept(record.getValue(), record.getTimestamp());
  }

  /** Has an element handled again when the watermark has passed its time, whatever the order. */
  protected final void await(I element, long time) throws Exception {
    order.await(element, time);
  }

  /**
   * Has {@link #wake} called for the current key when the watermark has passed a time. At the end
   * of bounded input, where all time is over, nothing happens.
   */
  protected final void wakeAt(long time) {
    if (currentWatermark() != Long.MAX_VALUE) {
      order.wakeAt(time);
    }
  }

  /**
   * Has {@link #wake} called for the current key when the watermark has passed a time, also at the
   * end of bounded input: for what does not rest on silence. Never to be called from {@code wake}
   * for a later time without end.
   */
  protected final void wakeAlsoAt(long time) {
    order.wakeAt(time);
  }

  /** How far event time has come in this subtask. */
  protected final long currentWatermark() {
    return order.currentWatermark();
  }
}
