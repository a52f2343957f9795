package io.driftline.job.control;

import io.driftline.audit.AuditHash;
import io.driftline.audit.AuditSeal;
import io.driftline.job.audit.AuditJson;
import io.driftline.job.audit.AuditRecord;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.Rejection;
import io.driftline.job.metric.Metric;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Lets control messages through that are newer than what was accepted, records each in the audit
 * chain of changes, and counts. There is one of it: what is accepted depends on all before.
 */
public final class ControlGate extends ProcessFunction<ControlRecord, ControlRecord>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1L;

  /** The side output of audit records of what was accepted. */
  public static final OutputTag<AuditRecord> CHANGES =
      new OutputTag<>("changes", TypeInformation.of(AuditRecord.class));

  /** The side output of seals of the chain of changes, one behind each record. */
  public static final OutputTag<AuditRecord> SEALS =
      new OutputTag<>("change-seals", TypeInformation.of(AuditRecord.class));

  private transient ListState<byte[]> stored;
  private transient GateLedger ledger;
  private transient AuditHash hash;
  private transient Counter accepted;
  private transient Counter refused;
  private transient Counter untrusted;
  private transient AtomicLong policyVersion;

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    stored =
        context
            .getOperatorStateStore()
            .getListState(
                new ListStateDescriptor<>(
                    "control-ledger", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    ledger = new GateLedger();
    for (byte[] bytes : stored.get()) {
      ledger = GateLedger.fromBytes(bytes);
    }
    policyVersion = new AtomicLong(ledger.policyVersion());
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    stored.update(List.of(ledger.toBytes()));
  }

  @Override
  public void open(OpenContext context) {
    hash = new AuditHash();
    var metrics = getRuntimeContext().getMetricGroup();
    accepted = Metric.CONTROL_ACCEPTED.counter(metrics);
    refused = Metric.CONTROL_REFUSED.counter(metrics);
    untrusted = Metric.CONTROL_REFUSED_SIGNATURE.counter(metrics);
    AtomicLong version = policyVersion;
    Metric.CONTROL_THRESHOLDS_VERSION.gauge(metrics, version::get);
  }

  @Override
  public void processElement(ControlRecord record, Context context, Collector<ControlRecord> out) {
    if (record.deadLetter() != null) {
      refuse(record.deadLetter(), out);
      return;
    }
    String refusal = ledger.refusal(record);
    if (refusal == null) {
      accept(record, context);
      out.collect(record.from(null));
    } else {
      refuse(record.origin().refused(Rejection.STALE, refusal), out);
    }
  }

  private void accept(ControlRecord record, Context context) {
    ledger.note(record);
    policyVersion.set(ledger.policyVersion());
    accepted.inc();
    byte[] json = AuditJson.append(record.origin().entry(), ledger.chain(), hash);
    context.output(CHANGES, new AuditRecord(AuditJson.CONTROL_KEY, json));
    AuditSeal seal = ledger.chain().seal(AuditJson.CONTROL_KEY, record.origin().time());
    context.output(SEALS, new AuditRecord(AuditJson.CONTROL_KEY, AuditJson.write(seal)));
  }

  private void refuse(DeadLetter letter, Collector<ControlRecord> out) {
    refused.inc();
    boolean isUntrusted =
        letter.reason() == Rejection.UNSIGNED || letter.reason() == Rejection.BAD_SIGNATURE;
    untrusted.inc(isUntrusted ? 1 : 0);
    out.collect(ControlRecord.of(letter));
  }
}
