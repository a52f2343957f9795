package io.driftline.job.profile;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.Baseline;
import io.driftline.baseline.BaselineCodec;
import io.driftline.baseline.BaselineSettings;
import io.driftline.baseline.CohortBaseline;
import io.driftline.baseline.CohortBaselineCodec;
import io.driftline.baseline.Hash64;
import io.driftline.baseline.Observation;
import io.driftline.baseline.SessionRisk;
import io.driftline.decide.Feedback;
import io.driftline.decide.FeedbackKind;
import io.driftline.explain.Comparer;
import io.driftline.explain.Surroundings;
import io.driftline.feature.Ablation;
import io.driftline.feature.FeatureExtractor;
import io.driftline.feature.SensitivityTable;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.metric.Metric;
import io.driftline.job.state.AgentStage;
import io.driftline.job.state.StageSettings;
import io.driftline.job.state.StoredValue;
import io.driftline.job.state.VersionedBroadcast;
import io.driftline.job.tune.BroadcastFeedback;
import io.driftline.job.tune.Tuning;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Measures each action against its agent's baseline and its peers', then learns from it. */
public final class ProfileStage extends AgentStage<IdentifiedAction, Baseline, ProfiledAction>
    implements TwoInputStreamOperator<IdentifiedAction, Tuning, ProfiledAction> {

  private static final long serialVersionUID = 1L;

  private final StageSettings settings;
  private final BaselineSettings baselineSettings;
  private final Ablation ablation;
  private final SensitivityTable sensitivity;
  private transient VersionedBroadcast<CohortBaseline> cohorts;
  private transient BroadcastFeedback feedback;
  private transient FeatureExtractor extractor;
  private transient Counter warmingUp;

  public ProfileStage(
      StageSettings settings,
      TypeInformation<IdentifiedAction> inputType,
      BaselineSettings baselineSettings,
      SensitivityTable sensitivity,
      Ablation ablation) {
    super(settings, inputType);
    this.settings = settings;
    this.baselineSettings = baselineSettings;
    this.sensitivity = sensitivity;
    this.ablation = ablation;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    extractor = new FeatureExtractor(sensitivity);
    cohorts =
        VersionedBroadcast.restore(
            getOperatorStateBackend(), "cohorts", CohortBaselineCodec::decode);
    feedback = BroadcastFeedback.restore(getOperatorStateBackend(), settings.ordering());
  }

  @Override
  public void open() throws Exception {
    super.open();
    warmingUp = Metric.ACTIONS_WARMING_UP.counter(getMetricGroup());
    Metric.STATE_COHORTS.gauge(getMetricGroup(), cohorts::cohorts);
  }

  @Override
  public void processElement1(StreamRecord<IdentifiedAction> record) throws Exception {
    accept(record);
  }

  @Override
  public void processElement2(StreamRecord<Tuning> record) throws Exception {
    Tuning tuning = record.getValue();
    if (tuning.version() != null) {
      cohorts.put(tuning.version(), currentWatermark());
    } else if (tuning.feedback() != null) {
      feedback.take(tuning.feedback());
    }
  }

  @Override
  protected void handle(IdentifiedAction in, long time, Baseline agent, boolean late) {
    CohortBaseline peers =
        cohorts.forElement(settings.ordering(), in.cohort(), time, CohortBaseline.EMPTY);
    Observation seen = Observation.of(in.action(), in.session());
    warmingUp.inc(agent.maturity() < 1 ? 1 : 0);
    FeedbackKind lesson = lesson(in.action(), time);
    if (lesson == FeedbackKind.BENIGN) {
      agent.acquit(seen.thingKey());
    } else if (lesson == FeedbackKind.TRUE_POSITIVE) {
      agent.convict(seen);
    }
    double[] features = ablation.apply(extractor.extract(seen, agent, peers));
    Surroundings surroundings = Comparer.compare(seen, features, agent, peers);
    learn(seen, features, agent, lesson);
    output.collect(new StreamRecord<>(ProfiledAction.of(in, features, surroundings), time));
  }

  private FeedbackKind lesson(AgentAction action, long time) {
    return feedback.isEmpty()
        ? null
        : feedback.lesson(Feedback.patternOf(action), Hash64.of(action.resource()), time);
  }

  /** What people found to be harm is no part of what the agent usually does. */
  private void learn(Observation seen, double[] features, Baseline agent, FeedbackKind lesson) {
    String session = seen.session().sessionId();
    SessionRisk risk = FeatureExtractor.riskAfter(agent.sessionRisk(session), seen, features);
    agent.noteSessionRisk(session, risk);
    if (lesson == FeedbackKind.TRUE_POSITIVE) {
      return;
    }
    if (extractor.isSensitive(seen)) {
      agent.learnSensitive(seen);
    } else {
      agent.learn(seen);
    }
    if (lesson == FeedbackKind.BENIGN) {
      agent.acquit(seen.thingKey());
    }
  }

  @Override
  protected String agentOf(IdentifiedAction in) {
    return in.action().agentId();
  }

  @Override
  protected StoredValue<Baseline> storedValue() {
    return new StoredBaseline(baselineSettings, new BaselineCodec(baselineSettings));
  }

  private record StoredBaseline(BaselineSettings settings, BaselineCodec codec)
      implements StoredValue<Baseline> {
    @Override
    public Baseline fresh() {
      return new Baseline(settings);
    }

    @Override
    public byte[] encode(Baseline baseline) {
      return codec.encode(baseline);
    }

    @Override
    public Baseline decode(byte[] bytes) {
      return codec.decode(bytes);
    }

    @Override
    public boolean hasTrial() {
      return true;
    }

    @Override
    public long lastUsed(Baseline baseline) {
      return baseline.lastSeen();
    }
  }
}
