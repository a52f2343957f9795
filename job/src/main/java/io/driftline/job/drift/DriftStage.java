package io.driftline.job.drift;

import io.driftline.drift.CalendarDay;
import io.driftline.drift.DayMix;
import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftKind;
import io.driftline.drift.DriftSettings;
import io.driftline.drift.DriftSignal;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.metric.CounterPerValue;
import io.driftline.job.metric.Metric;
import io.driftline.job.state.BucketStage;
import io.driftline.job.state.StageSettings;
import io.driftline.job.state.StoredValue;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Counts each agent's days and judges each day when the watermark has passed its end: also days on
 * which the agent did nothing, as long as there is something to judge them by.
 *
 * <p>Where nobody can accept a drift there is one input only, and the stage is chained to the one
 * before it: actions are not serialised for it. The state is the same for both.
 */
public abstract class DriftStage extends BucketStage<IdentifiedAction, DriftWatch, DriftEvent> {

  private static final long serialVersionUID = 1L;

  /** The side output of what an agent's peers learn of it. */
  public static final OutputTag<PeerNews> PEERS =
      new OutputTag<>("peers", TypeInformation.of(PeerNews.class));

  private final DriftSettings settings;
  private transient CounterPerValue<DriftKind> found;
  private transient Counter accepted;
  private transient Counter tooLate;

  private DriftStage(StageSettings stage, DriftSettings settings) {
    super(stage);
    this.settings = settings;
  }

  @Override
  public void open() throws Exception {
    super.open();
    found =
        CounterPerValue.of(Metric.DRIFT_FOUND, getMetricGroup(), DriftKind.class, DriftKind::code);
    accepted = Metric.DRIFT_ACCEPTED.counter(getMetricGroup());
    tooLate = Metric.DRIFT_TOO_LATE.counter(getMetricGroup());
  }

  private void take(DriftAcceptance acceptance, DriftWatch watch, long time) {
    if (acceptance.kind() == DriftKind.PEER_DIVERGENCE) {
      if (watch.cohort() != null) {
        PeerNews news = PeerNews.accepted(watch.cohort(), acceptance);
        output.collect(PEERS, new StreamRecord<>(news, time));
      }
    } else if (watch.monitor().accept(acceptance.kind(), acceptance.dimension())) {
      accepted.inc();
    }
  }

  @Override
  protected String keyOf(IdentifiedAction in) {
    return in.action().agentId();
  }

  @Override
  protected long add(IdentifiedAction in, DriftWatch watch) {
    long day = CalendarDay.of(in.action().timeMillis());
    watch.monitor().overdue(day).forEach(over -> judge(in.action().agentId(), over, watch));
    if (!watch.observe(in.action(), in.cohort())) {
      tooLate.inc();
    }
    return CalendarDay.start(day + 1);
  }

  @Override
  protected void close(String agentId, long end, DriftWatch watch) {
    long day = CalendarDay.of(end) - 1;
    if (watch.monitor().isClosed(day)) {
      return;
    }
    judge(agentId, day, watch);
    if (watch.monitor().isWatching(day + 1)) {
      closeAlsoAt(CalendarDay.start(day + 2));
    }
  }

  private void judge(String agentId, long day, DriftWatch watch) {
    long end = CalendarDay.start(day + 1);
    for (DriftSignal signal : watch.monitor().close(agentId, day)) {
      found.inc(signal.kind());
      DriftEvent event = DriftEvent.of(watch.monitor().agent(), watch.cohort(), signal);
      output.collect(new StreamRecord<>(event, end - 1));
    }
    tellPeers(watch, day, end);
  }

  private void tellPeers(DriftWatch watch, long day, long end) {
    DayMix mix = watch.monitor().mix(day);
    if (mix != null) {
      output.collect(PEERS, new StreamRecord<>(PeerNews.of(watch.cohort(), mix), end - 1));
    }
  }

  @Override
  protected StoredValue<DriftWatch> storedValue() {
    return new DriftWatch.Stored(settings);
  }

  /** Watches, and hears nobody. */
  public static final class Alone extends DriftStage
      implements OneInputStreamOperator<IdentifiedAction, DriftEvent> {

    private static final long serialVersionUID = 1L;

    public Alone(StageSettings stage, DriftSettings settings) {
      super(stage, settings);
    }

    @Override
    public void processElement(StreamRecord<IdentifiedAction> record) throws Exception {
      accept(record);
    }
  }

  /** Watches, and hears which drifts are accepted. */
  public static final class Accepting extends DriftStage
      implements TwoInputStreamOperator<IdentifiedAction, DriftAcceptance, DriftEvent> {

    private static final long serialVersionUID = 1L;

    public Accepting(StageSettings stage, DriftSettings settings) {
      super(stage, settings);
    }

    @Override
    public void processElement1(StreamRecord<IdentifiedAction> record) throws Exception {
      accept(record);
    }

    @Override
    public void processElement2(StreamRecord<DriftAcceptance> record) throws Exception {
      DriftAcceptance acceptance = record.getValue();
      DriftWatch watch = value(acceptance.agentId(), acceptance.time());
      super.take(acceptance, watch, acceptance.time());
    }
  }
}
