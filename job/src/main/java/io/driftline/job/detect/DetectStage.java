package io.driftline.job.detect;

import io.driftline.activity.AgentKind;
import io.driftline.decide.AlertHistory;
import io.driftline.decide.AlertPolicy;
import io.driftline.decide.Anomaly;
import io.driftline.decide.Decision;
import io.driftline.decide.Feedback;
import io.driftline.decide.LineSubject;
import io.driftline.decide.ThresholdPolicy;
import io.driftline.decide.Thresholds;
import io.driftline.feature.SensitivityTable;
import io.driftline.forest.ModelArtifact;
import io.driftline.forest.ModelArtifactCodec;
import io.driftline.forest.Scorer;
import io.driftline.forest.Verdict;
import io.driftline.job.metric.Metric;
import io.driftline.job.profile.ProfiledAction;
import io.driftline.job.state.AgentStage;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import io.driftline.job.state.StoredValue;
import io.driftline.job.state.VersionedBroadcast;
import io.driftline.job.tune.BroadcastFeedback;
import io.driftline.job.tune.BroadcastPolicies;
import io.driftline.job.tune.Tuning;
import io.driftline.posture.Standing;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/** Scores each action with its cohort's model, decides, and explains what it raises. */
public final class DetectStage extends AgentStage<ProfiledAction, AlertHistory, Anomaly>
    implements TwoInputStreamOperator<ProfiledAction, Tuning, Anomaly> {

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
  private transient BroadcastPolicies policies;
  private transient BroadcastFeedback feedback;
  private transient PolicyCache inForce;
  private transient DetectMetrics metrics;

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
    models = VersionedBroadcast.restore(getOperatorStateBackend(), "models", UsableModel::orNull);
    policies = BroadcastPolicies.restore(getOperatorStateBackend());
    feedback = BroadcastFeedback.restore(getOperatorStateBackend(), ordering);
  }

  @Override
  public void open() throws Exception {
    super.open();
    fallback = initialModel == null ? null : ModelArtifactCodec.decode(initialModel);
    inForce = new PolicyCache(thresholds, sensitivity);
    metrics =
        new DetectMetrics(
            getMetricGroup(),
            fallback,
            () -> getProcessingTimeService().getCurrentProcessingTime());
    Metric.MODEL_COHORTS.gauge(getMetricGroup(), models::cohorts);
  }

  @Override
  public void processElement1(StreamRecord<ProfiledAction> record) throws Exception {
    accept(record);
  }

  @Override
  public void processElement2(StreamRecord<Tuning> record) throws Exception {
    Tuning tuning = record.getValue();
    if (tuning.version() != null) {
      models.put(tuning.version(), currentWatermark());
    } else if (tuning.policy() != null) {
      policies.take(tuning.policy(), ordering, currentWatermark());
    } else {
      feedback.take(tuning.feedback());
    }
  }

  @Override
  protected void handle(ProfiledAction in, long time, AlertHistory history, boolean late) {
    ModelArtifact model = models.forElement(ordering, in.cohort(), time, fallback);
    Verdict verdict = Scorer.score(in.features(), model);
    double raise = history.raise(in.sessionId(), time);
    AlertPolicy policy = inForce.of(policies.at(time, initialPolicy));
    Decision decision = decide(in, time, verdict, raise, policy);
    boolean alert = decision.alert();
    history.note(in.sessionId(), time, decision.atLine());
    metrics.scored(in.cohort(), time, verdict.score(), model);
    if (emitJudged) {
      JudgedAction judged = new JudgedAction(in, verdict, alert);
      output.collect(JUDGED, new StreamRecord<>(judged, time));
    }
    if (alert) {
      Anomaly anomaly = anomalyOf(in, verdict, model, policy, decision.line());
      metrics.raised(anomaly);
      output.collect(new StreamRecord<>(anomaly, time));
    }
  }

  private Decision decide(
      ProfiledAction in, long time, Verdict verdict, double raise, AlertPolicy policy) {
    LineSubject subject = subjectOf(in, policy);
    Decision before = policy.decide(subject, verdict, raise);
    if (feedback.isEmpty() || !before.atLine()) {
      return before;
    }
    // What is packed is read for the few that reach the line.
    long pattern = Feedback.patternOf(in.action());
    Decision told = policy.decide(subject, verdict, raise, feedback.raises(pattern, time));
    if (before.alert() && !told.alert()) {
      metrics.muted();
    }
    return told;
  }

  /** What is packed is read only if it makes a difference. */
  private static LineSubject subjectOf(ProfiledAction in, AlertPolicy policy) {
    AgentKind kind = policy.asksForKind() ? kindOf(in) : null;
    return new LineSubject(kind, in.cohort(), in.agentId());
  }

  private static AgentKind kindOf(ProfiledAction in) {
    Standing standing = in.standing();
    return standing != null ? standing.kind() : in.action().agent().kind();
  }

  private static Anomaly anomalyOf(
      ProfiledAction in, Verdict verdict, ModelArtifact model, AlertPolicy policy, double line) {
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
    public boolean hasTrial() {
      return true;
    }

    @Override
    public long lastUsed(AlertHistory history) {
      return history.lastSeen();
    }
  }
}
