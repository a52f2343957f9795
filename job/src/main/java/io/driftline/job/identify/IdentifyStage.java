package io.driftline.job.identify;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.SessionContext;
import io.driftline.baseline.TrackerSettings;
import io.driftline.feature.SensitivityTable;
import io.driftline.job.authority.RequestedAction;
import io.driftline.job.authority.RequestedActionSerializer;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.metric.Metric;
import io.driftline.job.state.AgentStage;
import io.driftline.job.state.StageSettings;
import io.driftline.job.state.StoredValue;
import io.driftline.registry.RegistryChange;
import java.util.Comparator;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Drops repeats of an event and places the action in its session and cohort; says what the registry
 * has to say of the agent. The state is the same with and without a registry.
 */
public abstract class IdentifyStage
    extends AgentStage<RequestedAction, KnownAgent, IdentifiedAction> {

  private static final long serialVersionUID = 1L;

  /** The side output of what stands for actions of agents that were not let in. */
  public static final OutputTag<DeadLetter> UNADMITTED =
      new OutputTag<>("unadmitted", TypeInformation.of(DeadLetter.class));

  private final TrackerSettings trackerSettings;
  private final Cohorts cohorts;
  private final int newAgents;
  private transient Admission admission;
  private transient Counter duplicates;
  private transient Counter lateActions;

  private IdentifyStage(
      StageSettings settings, TrackerSettings trackerSettings, Cohorts cohorts, int newAgents) {
    super(settings, RequestedActionSerializer.TYPE);
    this.trackerSettings = trackerSettings;
    this.cohorts = cohorts;
    this.newAgents = newAgents;
  }

  @Override
  public void open() throws Exception {
    super.open();
    admission = Admission.open(this, newAgents);
    duplicates = Metric.ACTIVITY_DUPLICATES.counter(getMetricGroup());
    lateActions = Metric.ACTIVITY_LATE.counter(getMetricGroup());
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    admission.flush();
    super.prepareSnapshotPreBarrier(checkpointId);
  }

  /** Who is let in first depends on what all agents of a share do. */
  @Override
  protected boolean ordersAcrossAgents() {
    return true;
  }

  @Override
  protected boolean isAdmitted(RequestedAction in, long time, boolean late) throws Exception {
    String agent = in.agentId();
    return cohorts.contains(agent)
        || isKept(agent)
        || admission.admit(
            in.action(),
            time,
            letter -> output.collect(UNADMITTED, new StreamRecord<>(letter, time)));
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

    public Alone(
        StageSettings settings, TrackerSettings trackerSettings, Cohorts cohorts, int newAgents) {
      super(settings, trackerSettings, cohorts, newAgents);
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
        int newAgents,
        SensitivityTable sensitivity) {
      super(settings, trackerSettings, cohorts, newAgents);
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
