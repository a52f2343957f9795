package io.driftline.job.audit;

import io.driftline.audit.AuditChain;
import io.driftline.audit.AuditChainCodec;
import io.driftline.audit.AuditHash;
import io.driftline.audit.AuditSeal;
import io.driftline.job.detect.JudgedAction;
import io.driftline.job.state.BucketStage;
import io.driftline.job.state.StageSettings;
import io.driftline.job.state.StoredValue;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Records every action, in the order in which it was judged, each record chained to the one before
 * it of the same agent; seals a chain when the watermark closes a bucket in which the agent acted.
 */
public final class AuditStage extends BucketStage<JudgedAction, AuditChain, AuditRecord>
    implements OneInputStreamOperator<JudgedAction, AuditRecord> {

  private static final long serialVersionUID = 1L;

  /** The side output of seals. */
  public static final OutputTag<AuditRecord> SEALS =
      new OutputTag<>("seals", TypeInformation.of(AuditRecord.class));

  private final AuditSettings settings;
  private transient AuditHash hash;
  private transient Completeness completeness;

  public AuditStage(StageSettings stage, AuditSettings settings) {
    super(stage);
    this.settings = settings;
  }

  @Override
  public void open() throws Exception {
    super.open();
    hash = new AuditHash();
    completeness = Completeness.register(getMetricGroup());
  }

  @Override
  public void processElement(StreamRecord<JudgedAction> record) throws Exception {
    accept(record);
  }

  @Override
  protected String keyOf(JudgedAction judged) {
    return judged.agentId();
  }

  @Override
  protected long add(JudgedAction judged, AuditChain chain) {
    long time = judged.profiled().action().timeMillis();
    byte[] json = AuditJson.append(judged, chain, hash);
    output.collect(new StreamRecord<>(new AuditRecord(judged.agentId(), json), time));
    completeness.count(judged.profiled());
    return settings.bucketEnd(time);
  }

  @Override
  protected void close(String agentId, long end, AuditChain chain) {
    AuditSeal seal = chain.seal(agentId, end);
    if (seal != null) {
      AuditRecord record = new AuditRecord(agentId, AuditJson.write(seal));
      output.collect(SEALS, new StreamRecord<>(record, end - 1));
    }
  }

  @Override
  protected StoredValue<AuditChain> storedValue() {
    return new StoredChain();
  }

  private record StoredChain() implements StoredValue<AuditChain> {
    @Override
    public AuditChain fresh() {
      return new AuditChain();
    }

    @Override
    public byte[] encode(AuditChain chain) {
      return AuditChainCodec.encode(chain);
    }

    @Override
    public AuditChain decode(byte[] bytes) {
      return AuditChainCodec.decode(bytes);
    }

    @Override
    public long lastUsed(AuditChain chain) {
      return chain.lastSeen();
    }

    @Override
    public boolean isLasting(AuditChain chain) {
      return !chain.isSealed();
    }
  }
}
