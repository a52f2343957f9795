package io.driftline.job.authority;

import io.driftline.activity.AgentAction;
import io.driftline.job.ingest.AgentActionSerializer;
import io.driftline.job.metric.Metric;
import io.driftline.job.state.AgentStage;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import io.driftline.job.state.StoredValue;
import io.driftline.posture.Call;
import io.driftline.posture.CallTree;
import io.driftline.posture.CallTreeCodec;
import io.driftline.posture.TracedCall;
import java.util.Comparator;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Follows an action that another agent asked for back to whoever asked first. Keyed by trace.
 *
 * <p>An action whose callers have not all been heard of waits until the watermark has passed its
 * time, and then goes on with what is known. In event-time order every action waits, and calls of
 * later actions are ignored, so that the result depends on the events alone.
 */
public final class DelegationStage extends AgentStage<AgentAction, CallTree, RequestedAction>
    implements TwoInputStreamOperator<AgentAction, CallNote, RequestedAction> {

  private static final long serialVersionUID = 1L;

  private final Ordering ordering;
  private transient Counter traced;
  private transient Counter lost;

  public DelegationStage(StageSettings settings) {
    super(settings, AgentActionSerializer.TYPE);
    this.ordering = settings.ordering();
  }

  @Override
  public void open() throws Exception {
    super.open();
    traced = Metric.DELEGATION_TRACED.counter(getMetricGroup());
    lost = Metric.DELEGATION_LOST.counter(getMetricGroup());
  }

  @Override
  public void processElement1(StreamRecord<AgentAction> record) throws Exception {
    note(CallNote.of(record.getValue()));
    accept(record);
  }

  @Override
  public void processElement2(StreamRecord<CallNote> record) throws Exception {
    note(record.getValue());
  }

  private void note(CallNote note) throws Exception {
    value(note.traceId(), note.call().time()).note(note.call());
  }

  @Override
  protected void handle(AgentAction action, long time, CallTree calls, boolean late)
      throws Exception {
    TracedCall call =
        calls.trace(Call.of(action), ordering == Ordering.ARRIVAL ? Long.MAX_VALUE : time);
    if (!call.complete() && time > currentWatermark()) {
      await(action, time);
      return;
    }
    (call.complete() ? traced : lost).inc();
    output.collect(new StreamRecord<>(new RequestedAction(action, call.authority()), time));
  }

  /** The stage's key. */
  @Override
  protected String agentOf(AgentAction action) {
    return action.traceId();
  }

  @Override
  protected Comparator<AgentAction> tieBreak() {
    return Comparator.comparing(AgentAction::eventId).thenComparing(AgentAction::toString);
  }

  @Override
  protected StoredValue<CallTree> storedValue() {
    return new StoredTree();
  }

  private record StoredTree() implements StoredValue<CallTree> {
    @Override
    public CallTree fresh() {
      return new CallTree();
    }

    @Override
    public byte[] encode(CallTree tree) {
      return CallTreeCodec.encode(tree);
    }

    @Override
    public CallTree decode(byte[] bytes) {
      return CallTreeCodec.decode(bytes);
    }

    @Override
    public long lastUsed(CallTree tree) {
      return tree.lastUsed();
    }
  }
}
