package io.driftline.job.relation;

import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.metric.Metric;
import io.driftline.job.state.BucketStage;
import io.driftline.job.state.StageSettings;
import io.driftline.job.state.StoredValue;
import io.driftline.relation.Edge;
import io.driftline.relation.EdgeLog;
import io.driftline.relation.EdgeLogCodec;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Tells each edge of an agent when it is new, and once an interval if it was used since. */
public final class RelationStage extends BucketStage<IdentifiedAction, EdgeLog, Edge>
    implements OneInputStreamOperator<IdentifiedAction, Edge> {

  private static final long serialVersionUID = 1L;

  private final RelationSettings settings;
  private transient Counter fresh;

  public RelationStage(StageSettings stage, RelationSettings settings) {
    super(stage);
    this.settings = settings;
  }

  @Override
  public void open() throws Exception {
    super.open();
    fresh = Metric.RELATIONSHIPS_NEW.counter(getMetricGroup());
  }

  @Override
  public void processElement(StreamRecord<IdentifiedAction> record) throws Exception {
    accept(record);
  }

  @Override
  protected String keyOf(IdentifiedAction in) {
    return in.action().agentId();
  }

  @Override
  protected long add(IdentifiedAction in, EdgeLog log) {
    long time = in.action().timeMillis();
    Edge edge = log.add(in.action(), in.authority());
    if (edge != null) {
      fresh.inc();
      output.collect(new StreamRecord<>(edge, time));
    }
    return settings.intervalEnd(time);
  }

  @Override
  protected void close(String agentId, long end, EdgeLog log) {
    for (Edge edge : log.tell(agentId)) {
      output.collect(new StreamRecord<>(edge, end - 1));
    }
  }

  @Override
  protected StoredValue<EdgeLog> storedValue() {
    return new StoredLog(settings, new EdgeLogCodec(settings.limits()));
  }

  private record StoredLog(RelationSettings settings, EdgeLogCodec codec)
      implements StoredValue<EdgeLog> {
    @Override
    public EdgeLog fresh() {
      return new EdgeLog(settings.limits());
    }

    @Override
    public byte[] encode(EdgeLog log) {
      return codec.encode(log);
    }

    @Override
    public EdgeLog decode(byte[] bytes) {
      return codec.decode(bytes);
    }

    @Override
    public long lastUsed(EdgeLog log) {
      return log.lastSeen();
    }

    @Override
    public boolean isLasting(EdgeLog log) {
      return !log.isTold();
    }
  }
}
