package io.driftline.job.detect;

import io.driftline.decide.AlertPolicy;
import io.driftline.decide.Anomaly;
import io.driftline.decide.Thresholds;
import io.driftline.forest.ModelArtifact;
import io.driftline.forest.ModelArtifactCodec;
import io.driftline.forest.Scorer;
import io.driftline.forest.Verdict;
import io.driftline.job.profile.ProfiledAction;
import io.driftline.job.state.CohortVersion;
import io.driftline.job.state.EventTimeOrder;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.VersionedBroadcast;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/** Scores each action with its cohort's model, decides, and explains what it raises. */
public final class DetectStage extends AbstractStreamOperator<Anomaly>
    implements TwoInputStreamOperator<ProfiledAction, CohortVersion, Anomaly> {

  private static final long serialVersionUID = 1L;

  /** The score of every action, filled only if asked for. */
  public static final OutputTag<ScoredAction> SCORES =
      new OutputTag<>("scores", TypeInformation.of(ScoredAction.class));

  private final Ordering ordering;
  private final TypeInformation<ProfiledAction> inputType;
  private final Thresholds thresholds;
  private final byte[] initialModel;
  private final boolean emitScores;

  private transient VersionedBroadcast<ModelArtifact> models;
  private transient ModelArtifact fallback;
  private transient EventTimeOrder<ProfiledAction> order;
  private transient AlertPolicy policy;
  private transient Counter scored;
  private transient Counter scoredWithoutModel;
  private transient Counter anomalies;

  /**
   * @param initialModel stored form of the model for cohorts that have none yet; {@code null} to do
   *     without
   */
  public DetectStage(
      Ordering ordering,
      TypeInformation<ProfiledAction> inputType,
      Thresholds thresholds,
      byte[] initialModel,
      boolean emitScores) {
    this.ordering = ordering;
    this.inputType = inputType;
    this.thresholds = thresholds;
    this.initialModel = initialModel;
    this.emitScores = emitScores;
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
    policy = new AlertPolicy(thresholds);
    order = EventTimeOrder.open(this, ordering, inputType, (a, b) -> 0, this::detect);
    scored = getMetricGroup().counter("actions.scored");
    scoredWithoutModel = getMetricGroup().counter("actions.scored_without_model");
    anomalies = getMetricGroup().counter("anomalies.raised");
  }

  @Override
  public void processElement1(StreamRecord<ProfiledAction> record) throws Exception {
    order.accept(record.getValue(), record.getTimestamp());
  }

  @Override
  public void processElement2(StreamRecord<CohortVersion> record) throws Exception {
    models.put(record.getValue(), order.currentWatermark());
  }

  private void detect(ProfiledAction in, long time, boolean late) {
    ModelArtifact model = models.forElement(ordering, in.cohort(), time, fallback);
    Verdict verdict = Scorer.score(in.features(), model);
    boolean alert = policy.isAlert(verdict);
    count(model != null, alert);
    if (emitScores) {
      output.collect(SCORES, new StreamRecord<>(scoreOf(in, verdict, alert), time));
    }
    if (alert) {
      output.collect(new StreamRecord<>(anomalyOf(in, verdict, model), time));
    }
  }

  private Anomaly anomalyOf(ProfiledAction in, Verdict verdict, ModelArtifact model) {
    return policy.anomaly(
        in.action(),
        in.sessionId(),
        in.cohort(),
        in.late(),
        in.features(),
        in.surroundings(),
        verdict,
        model);
  }

  private static ScoredAction scoreOf(ProfiledAction in, Verdict verdict, boolean alert) {
    return new ScoredAction(
        in.action().eventId(), in.agentId(), in.action().sessionId(), verdict.score(), alert);
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
}
