package io.driftline.job.authority;

import io.driftline.activity.AgentAction;
import io.driftline.job.ingest.AgentActionSerializer;
import io.driftline.posture.Call;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Sends on at once the actions that say themselves who asked, {@link #DELEGATED} ones to where
 * their trace is known, and {@link #NOTES} along with them of who asked the agents that may have
 * called others.
 *
 * <p>Every agent may have. Hence a note for each agent and trace, but only one for all its actions:
 * few traces are long, and a note is small.
 */
public final class DelegationSplit extends AbstractStreamOperator<RequestedAction>
    implements OneInputStreamOperator<AgentAction, RequestedAction> {

  private static final long serialVersionUID = 1L;

  /** The side output of actions whose first requester only their trace tells. */
  public static final OutputTag<AgentAction> DELEGATED =
      new OutputTag<>("delegated", AgentActionSerializer.TYPE);

  /** The side output of what traces learn from all others. */
  public static final OutputTag<CallNote> NOTES =
      new OutputTag<>("call-notes", TypeInformation.of(CallNote.class));

  private transient SentNotes sent;

  @Override
  public void open() throws Exception {
    super.open();
    sent = new SentNotes();
  }

  @Override
  public void processElement(StreamRecord<AgentAction> record) {
    AgentAction action = record.getValue();
    Call call = Call.of(action);
    if (action.traceId() != null && call.isDelegated()) {
      output.collect(DELEGATED, record);
      return;
    }
    if (action.traceId() != null && call.saysSomething()) {
      note(new CallNote(action.traceId(), call));
    }
    output.collect(
        new StreamRecord<>(new RequestedAction(action, call.authority()), action.timeMillis()));
  }

  private void note(CallNote note) {
    if (sent.isDue(note)) {
      output.collect(NOTES, new StreamRecord<>(note, note.call().time()));
    }
  }
}
