package io.driftline.job.drift;

import io.driftline.activity.Agent;
import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftKind;
import io.driftline.drift.DriftSettings;
import io.driftline.drift.DriftSignal;
import io.driftline.drift.GrantGrowth;
import io.driftline.drift.GrantGrowthCodec;
import io.driftline.job.identify.Cohorts;
import io.driftline.job.metric.CounterPerValue;
import io.driftline.job.metric.Metric;
import io.driftline.job.state.AgentStage;
import io.driftline.job.state.StageSettings;
import io.driftline.job.state.StoredValue;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.RegistryChange;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Watches what each agent is granted, also one that does nothing. Changes of the registry wait for
 * the watermark, whatever the order of actions: growth is a matter of weeks, and then the order in
 * which changes come makes no difference. Acceptances count when they come.
 */
public final class GrantStage extends AgentStage<GrantNews, GrantGrowth, DriftEvent>
    implements OneInputStreamOperator<GrantNews, DriftEvent> {

  private static final long serialVersionUID = 1L;

  private final DriftSettings settings;
  private transient CounterPerValue<DriftKind> found;
  private transient Counter accepted;

  public GrantStage(StageSettings stage, DriftSettings settings) {
    super(stage.inEventTime(), TypeInformation.of(GrantNews.class));
    this.settings = settings;
  }

  /** Whether it is a drift of this stage that is accepted. */
  static boolean isConcerned(DriftAcceptance acceptance) {
    return acceptance.kind() == DriftKind.GROWTH
        && acceptance.dimension() == DriftDimension.GRANTED_PERMISSION;
  }

  @Override
  public void open() throws Exception {
    super.open();
    found =
        CounterPerValue.of(Metric.DRIFT_FOUND, getMetricGroup(), DriftKind.class, DriftKind::code);
    accepted = Metric.DRIFT_ACCEPTED.counter(getMetricGroup());
  }

  @Override
  public void processElement(StreamRecord<GrantNews> record) throws Exception {
    GrantNews news = record.getValue();
    if (news.acceptance() == null) {
      accept(new StreamRecord<>(news, news.change().time()));
    } else if (value(news.agentId(), news.acceptance().time()).accept()) {
      accepted.inc();
    }
  }

  @Override
  protected String agentOf(GrantNews news) {
    return news.agentId();
  }

  @Override
  protected void handle(GrantNews news, long time, GrantGrowth growth, boolean late) {
    DriftSignal signal = growth.learn(news.change());
    if (signal != null) {
      found.inc(signal.kind());
      output.collect(new StreamRecord<>(event(news.change(), signal), time));
    }
  }

  private static DriftEvent event(RegistryChange change, DriftSignal signal) {
    AgentRecord record = change.agent();
    Agent agent = new Agent(change.id(), record.kind(), null, record.version(), record.owner());
    return DriftEvent.of(agent, Cohorts.of(record), signal);
  }

  @Override
  protected StoredValue<GrantGrowth> storedValue() {
    return new Stored(settings, new GrantGrowthCodec(settings));
  }

  private record Stored(DriftSettings settings, GrantGrowthCodec codec)
      implements StoredValue<GrantGrowth> {

    @Override
    public GrantGrowth fresh() {
      return new GrantGrowth(settings);
    }

    @Override
    public byte[] encode(GrantGrowth growth) {
      return codec.encode(growth);
    }

    @Override
    public GrantGrowth decode(byte[] bytes) {
      return codec.decode(bytes);
    }

    @Override
    public long lastUsed(GrantGrowth growth) {
      return growth.lastHeard();
    }

    /** A registry tells of an agent once: what it said is kept until it says something else. */
    @Override
    public boolean isLasting(GrantGrowth growth) {
      return growth.isDeclared();
    }
  }
}
