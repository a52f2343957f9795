package io.driftline.job.identify;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.SessionContext;
import io.driftline.baseline.SessionTracker;
import io.driftline.baseline.TrackerSettings;
import io.driftline.job.authority.RequestedAction;
import io.driftline.job.state.AgentStage;
import io.driftline.job.state.StageSettings;
import io.driftline.job.state.StoredValue;
import java.util.Comparator;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Drops repeats of an event and places the action in its session and cohort. */
public final class IdentifyStage
    extends AgentStage<RequestedAction, SessionTracker, IdentifiedAction>
    implements OneInputStreamOperator<RequestedAction, IdentifiedAction> {

  private static final long serialVersionUID = 1L;

  private final TrackerSettings trackerSettings;
  private final Cohorts cohorts;
  private transient Counter duplicates;
  private transient Counter lateActions;

  public IdentifyStage(
      StageSettings settings,
      TypeInformation<RequestedAction> inputType,
      TrackerSettings trackerSettings,
      Cohorts cohorts) {
    super(settings, inputType);
    this.trackerSettings = trackerSettings;
    this.cohorts = cohorts;
  }

  @Override
  public void open() throws Exception {
    super.open();
    duplicates = getMetricGroup().counter("activity.duplicates");
    lateActions = getMetricGroup().counter("activity.late");
  }

  @Override
  public void processElement(StreamRecord<RequestedAction> record) throws Exception {
    accept(record);
  }

  @Override
  protected void handle(RequestedAction in, long time, SessionTracker tracker, boolean late) {
    AgentAction action = in.action();
    if (!tracker.isNew(action)) {
      duplicates.inc();
      return;
    }
    if (late) {
      lateActions.inc();
    }
    SessionContext session = tracker.place(action);
    String cohort = cohorts.of(action);
    output.collect(
        new StreamRecord<>(
            new IdentifiedAction(action, session, cohort, late, in.authority(), null), time));
  }

  @Override
  protected String agentOf(RequestedAction in) {
    return in.agentId();
  }

  @Override
  protected Comparator<RequestedAction> tieBreak() {
    return Comparator.comparing((RequestedAction in) -> in.action().eventId())
        .thenComparing(in -> in.action().toString());
  }

  @Override
  protected StoredValue<SessionTracker> storedValue() {
    return new StoredTracker(trackerSettings);
  }

  private record StoredTracker(TrackerSettings settings) implements StoredValue<SessionTracker> {
    @Override
    public SessionTracker fresh() {
      return new SessionTracker(settings);
    }

    @Override
    public byte[] encode(SessionTracker tracker) {
      return tracker.toBytes();
    }

    @Override
    public SessionTracker decode(byte[] bytes) {
      return SessionTracker.fromBytes(bytes, settings);
    }

    @Override
    public long lastUsed(SessionTracker tracker) {
      return tracker.lastSeen();
    }
  }
}
