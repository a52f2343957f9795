package io.driftline.job.identify;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.SessionContext;
import io.driftline.baseline.TrackerSettings;
import io.driftline.feature.SensitivityTable;
import io.driftline.job.authority.RequestedAction;
import io.driftline.job.authority.RequestedActionSerializer;
import io.driftline.job.metric.Metric;
import io.driftline.job.state.AgentStage;
import io.driftline.job.state.StageSettings;
import io.driftline.job.state.StoredValue;
import io.driftline.registry.RegistryChange;
import java.util.Comparator;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Drops repeats of an event and places the action in its session and cohort; says what the registry
 * has to say of the agent. The state is the same with and without a registry.
 */
public abstract class IdentifyStage
    extends AgentStage<RequestedAction, KnownAgent, IdentifiedAction> {

  private static final long serialVersionUID = 1L;

  private final TrackerSettings trackerSettings;
  private final Cohorts cohorts;
  private transient Counter duplicates;
  private transient Counter lateActions;

  private IdentifyStage(StageSettings settings, TrackerSettings trackerSettings, Cohorts cohorts) {
    super(settings, RequestedActionSerializer.TYPE);
    this.trackerSettings = trackerSettings;
    this.cohorts = cohorts;
  }

  @Override
  public void open() throws Exception {
    super.open();
    duplicates = Metric.ACTIVITY_DUPLICATES.counter(getMetricGroup());
    lateActions = Metric.ACTIVITY_LATE.counter(getMetricGroup());
  }

  @Override
  protected void handle(RequestedAction in, long time, KnownAgent agent, boolean late) {
    if (!agent.tracker().isNew(in.action())) {
      duplicates.inc();
      return;
    }
    if (late) {
      lateActions.inc();
    }
    output.collect(new StreamRecord<>(identified(in, agent, late), time));
  }

  private IdentifiedAction identified(RequestedAction in, KnownAgent agent, boolean late) {
    AgentAction action = in.action();
    SessionContext session = agent.tracker().place(action);
    RegisteredAs registered = agent.registered().at(action.timeMillis());
    return registered == null
        ? new IdentifiedAction(action, session, cohorts.of(action), late, in.authority(), null)
        : new IdentifiedAction(
            action, session, registered.cohort(), late, in.authority(), registered.standing());
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
  protected StoredValue<KnownAgent> storedValue() {
    return new KnownAgent.Stored(trackerSettings);
  }

  /** Knows of agents what a file says, if anything. */
  public static final class Alone extends IdentifyStage
      implements OneInputStreamOperator<RequestedAction, IdentifiedAction> {

    private static final long serialVersionUID = 1L;

    public Alone(StageSettings settings, TrackerSettings trackerSettings, Cohorts cohorts) {
      super(settings, trackerSettings, cohorts);
    }

    @Override
    public void processElement(StreamRecord<RequestedAction> record) throws Exception {
      accept(record);
    }
  }

  /** Hears what the registry says of agents while the job runs; the file is asked after it. */
  public static final class Registered extends IdentifyStage
      implements TwoInputStreamOperator<RequestedAction, RegistryChange, IdentifiedAction> {

    private static final long serialVersionUID = 1L;

    private final SensitivityTable sensitivity;

    public Registered(
        StageSettings settings,
        TrackerSettings trackerSettings,
        Cohorts cohorts,
        SensitivityTable sensitivity) {
      super(settings, trackerSettings, cohorts);
      this.sensitivity = sensitivity;
    }

    @Override
    public void processElement1(StreamRecord<RequestedAction> record) throws Exception {
      accept(record);
    }

    @Override
    public void processElement2(StreamRecord<RegistryChange> record) throws Exception {
      RegistryChange change = record.getValue();
      RegisteredAs registered =
          change.agent() == null
              ? null
              : RegisteredAs.of(change.agent(), change.time(), sensitivity);
      value(change.id(), change.time()).registered().put(change.time(), registered);
    }
  }
}
