package io.driftline.job.detect;

import io.driftline.activity.AgentKind;
import io.driftline.decide.AlertHistory;
import io.driftline.decide.AlertPolicy;
import io.driftline.decide.Anomaly;
import io.driftline.decide.Decision;
import io.driftline.decide.LineSubject;
import io.driftline.decide.ThresholdPolicy;
import io.driftline.decide.Thresholds;
import io.driftline.feature.SensitivityTable;
import io.driftline.forest.ModelArtifact;
import io.driftline.forest.ModelArtifactCodec;
import io.driftline.forest.Scorer;
import io.driftline.forest.Verdict;
import io.driftline.job.profile.ProfiledAction;
import io.driftline.job.state.AgentStage;
import io.driftline.job.state.CohortVersion;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import io.driftline.job.state.StoredValue;
import io.driftline.job.state.VersionedBroadcast;
import io.driftline.posture.Standing;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/** Scores each action with its cohort's model, decides, and explains what it raises. */
public final class DetectStage extends AgentStage<ProfiledAction, AlertHistory, Anomaly>
    implements TwoInputStreamOperator<ProfiledAction, CohortVersion, Anomaly> {

  private static final long serialVersionUID = 1L;

  /** What was made of every action, filled only if asked for. */
  public static final OutputTag<JudgedAction> JUDGED =
      new OutputTag<>("judged", TypeInformation.of(JudgedAction.class));

  private final Ordering ordering;
  private final Thresholds thresholds;
  private final ThresholdPolicy initialPolicy;
  private final SensitivityTable sensitivity;
  private final byte[] initialModel;
  private final boolean emitJudged;

  private transient VersionedBroadcast<ModelArtifact> models;
  private transient ModelArtifact fallback;
  private transient AlertPolicy policy;
  private transient Counter scored;
  private transient Counter scoredWithoutModel;
  private transient Counter anomalies;

  /**
   * @param initialPolicy lines that were set before the job starts
   * @param initialModel stored form of the model for cohorts that have none yet; {@code null} to do
   *     without
   */
  public DetectStage(
      StageSettings settings,
      TypeInformation<ProfiledAction> inputType,
      Thresholds thresholds,
      ThresholdPolicy initialPolicy,
      SensitivityTable sensitivity,
      byte[] initialModel,
      boolean emitJudged) {
    super(settings, inputType);
    this.ordering = settings.ordering();
    this.thresholds = thresholds;
    this.initialPolicy = initialPolicy;
    this.sensitivity = sensitivity;
    this.initialModel = initialModel;
    this.emitJudged = emitJudged;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    models =
        VersionedBroadcast.restore(getOperatorStateBackend(), "models", ModelArtifactCodec::decode);
  }

  @Override
  public void open() throws Exception {
    super.open();
    fallback = initialModel == null ? null : ModelArtifactCodec.decode(initialModel);
    policy = new AlertPolicy(thresholds, initialPolicy, sensitivity);
    scored = getMetricGroup().counter("actions.scored");
    scoredWithoutModel = getMetricGroup().counter("actions.scored_without_model");
    anomalies = getMetricGroup().counter("anomalies.raised");
  }

  @Override
  public void processElement1(StreamRecord<ProfiledAction> record) throws Exception {
    accept(record);
  }

  @Override
  public void processElement2(StreamRecord<CohortVersion> record) throws Exception {
    models.put(record.getValue(), currentWatermark());
  }

  @Override
  protected void handle(ProfiledAction in, long time, AlertHistory history, boolean late) {
    ModelArtifact model = models.forElement(ordering, in.cohort(), time, fallback);
    Verdict verdict = Scorer.score(in.features(), model);
    double raise = history.raise(in.sessionId(), time);
    Decision decision = policy.decide(subjectOf(in), verdict, raise);
    boolean alert = decision.alert();
    history.note(in.sessionId(), time, decision.atLine());
    count(model != null, alert);
    if (emitJudged) {
      JudgedAction judged = new JudgedAction(in, verdict, alert);
      output.collect(JUDGED, new StreamRecord<>(judged, time));
    }
    if (alert) {
      output.collect(new StreamRecord<>(anomalyOf(in, verdict, model, decision.line()), time));
    }
  }

  /** What is packed is read only if it makes a difference. */
  private LineSubject subjectOf(ProfiledAction in) {
    AgentKind kind = policy.asksForKind() ? kindOf(in) : null;
    return new LineSubject(kind, in.cohort(), in.agentId());
  }

  private static AgentKind kindOf(ProfiledAction in) {
    Standing standing = in.standing();
    return standing != null ? standing.kind() : in.action().agent().kind();
  }

  private Anomaly anomalyOf(ProfiledAction in, Verdict verdict, ModelArtifact model, double line) {
    return policy.anomaly(
        in.action(),
        in.sessionId(),
        in.cohort(),
        in.late(),
        in.features(),
        in.authority(),
        in.standing(),
        in.surroundings(),
        verdict,
        model,
        line);
  }

  private void count(boolean withModel, boolean alert) {
    scored.inc();
    if (!withModel) {
      scoredWithoutModel.inc();
    }
    if (alert) {
      anomalies.inc();
    }
  }

  @Override
  protected String agentOf(ProfiledAction in) {
    return in.agentId();
  }

  @Override
  protected StoredValue<AlertHistory> storedValue() {
    return new StoredHistory();
  }

  private record StoredHistory() implements StoredValue<AlertHistory> {
    @Override
    public AlertHistory fresh() {
      return new AlertHistory();
    }

    @Override
    public byte[] encode(AlertHistory history) {
      return history.toBytes();
    }

    @Override
    public AlertHistory decode(byte[] bytes) {
      return AlertHistory.fromBytes(bytes);
    }

    @Override
    public long lastUsed(AlertHistory history) {
      return history.lastSeen();
    }
  }
}
