package io.driftline.job.drift;

import io.driftline.drift.CalendarDay;
import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftKind;
import io.driftline.drift.DriftSettings;
import io.driftline.drift.PeerGroup;
import io.driftline.drift.PeerGroupCodec;
import io.driftline.job.metric.CounterPerValue;
import io.driftline.job.metric.Metric;
import io.driftline.job.state.BucketStage;
import io.driftline.job.state.StageSettings;
import io.driftline.job.state.StoredValue;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Compares the agents of a cohort with each other, once a day. */
public final class PeerStage extends BucketStage<PeerNews, PeerGroup, DriftEvent>
    implements OneInputStreamOperator<PeerNews, DriftEvent> {

  private static final long serialVersionUID = 1L;

  private final DriftSettings settings;
  private transient CounterPerValue<DriftKind> found;

  public PeerStage(StageSettings stage, DriftSettings settings) {
    super(stage);
    this.settings = settings;
  }

  @Override
  public void open() throws Exception {
    super.open();
    found =
        CounterPerValue.of(Metric.DRIFT_FOUND, getMetricGroup(), DriftKind.class, DriftKind::code);
  }

  @Override
  public void processElement(StreamRecord<PeerNews> record) throws Exception {
    accept(record);
  }

  @Override
  protected String keyOf(PeerNews news) {
    return news.cohort();
  }

  @Override
  protected long add(PeerNews news, PeerGroup group) {
    if (news.mix() == null) {
      group.accept(news.agentId(), news.dimension());
      return CalendarDay.start(group.lastDay() + 1);
    }
    group.add(news.mix());
    return CalendarDay.start(news.mix().day() + 1);
  }

  @Override
  protected void close(String cohort, long end, PeerGroup group) {
    for (DriftEvent event : group.close(cohort, CalendarDay.of(end) - 1)) {
      found.inc(event.signal().kind());
      output.collect(new StreamRecord<>(event, end - 1));
    }
  }

  @Override
  protected StoredValue<PeerGroup> storedValue() {
    return new StoredGroup(settings);
  }

  private record StoredGroup(DriftSettings settings) implements StoredValue<PeerGroup> {
    @Override
    public PeerGroup fresh() {
      return new PeerGroup(settings);
    }

    @Override
    public byte[] encode(PeerGroup group) {
      return new PeerGroupCodec(settings).encode(group);
    }

    @Override
    public PeerGroup decode(byte[] bytes) {
      return new PeerGroupCodec(settings).decode(bytes);
    }

    @Override
    public boolean isLasting(PeerGroup group) {
      return group.hasOpenDay();
    }

    @Override
    public long lastUsed(PeerGroup group) {
      return group.isEmpty() ? Long.MIN_VALUE : CalendarDay.start(group.lastDay());
    }
  }
}
