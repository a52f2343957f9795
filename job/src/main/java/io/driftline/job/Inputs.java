package io.driftline.job;

import io.driftline.job.audit.AuditRecord;
import io.driftline.job.control.ControlGate;
import io.driftline.job.control.ControlRecord;
import io.driftline.job.drift.DriftAcceptance;
import io.driftline.job.incident.SuppressionChange;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.Decoded;
import io.driftline.job.registry.CountedRecords;
import io.driftline.job.registry.RegistryRecord;
import io.driftline.job.tune.Tuning;
import io.driftline.registry.RegistryChange;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Where everything comes from: Kafka, a file, a test.
 *
 * @param activity what agents did
 * @param registry what is said of agents and people, in event time; {@code null} for nothing
 * @param control what people say; {@code null} for nothing
 */
public record Inputs(
    DataStream<Decoded> activity,
    DataStream<RegistryRecord> registry,
    DataStream<ControlRecord> control) {

  private static final TypeInformation<DeadLetter> LETTER = TypeInformation.of(DeadLetter.class);

  public Inputs {
    Objects.requireNonNull(activity, "activity");
  }

  /** Activity alone. */
  public static Inputs activityOnly(DataStream<Decoded> activity) {
    return new Inputs(activity, null, null);
  }

  /** What the registry says; {@code null} if there is none. */
  DataStream<RegistryChange> registryChanges() {
    return registry == null
        ? null
        : registry
            .filter(CountedRecords.accepted())
            .uid("registry-accepted")
            .setParallelism(registry.getParallelism())
            .map(RegistryRecord::change)
            .returns(TypeInformation.of(RegistryChange.class))
            .uid("registry-changes")
            .setParallelism(registry.getParallelism());
  }

  /** The same, with control messages that are to be taken alone; once, before all else. */
  Inputs gated() {
    return control == null
        ? this
        : new Inputs(
            activity,
            registry,
            control
                .process(new ControlGate())
                .returns(TypeInformation.of(ControlRecord.class))
                .uid("control-gate")
                .name("control gate")
                .setParallelism(1));
  }

  /** What the audit trail is to say of what people say; behind {@link #gated}, with control. */
  DataStream<AuditRecord> changes(OutputTag<AuditRecord> tag) {
    return ((SingleOutputStreamOperator<ControlRecord>) control).getSideOutput(tag);
  }

  /** Policies and verdicts in their order; {@code null} if nobody says anything. */
  DataStream<Tuning> tunings() {
    return control == null
        ? null
        : control
            .filter(record -> record.policy() != null || record.feedback() != null)
            .uid("control-tunings")
            .setParallelism(1)
            .map(
                record ->
                    record.policy() != null
                        ? Tuning.of(record.policy())
                        : Tuning.of(record.feedback()))
            .returns(TypeInformation.of(Tuning.class))
            .uid("tunings")
            .setParallelism(1);
  }

  /** Drifts that people accept; {@code null} if nobody says anything. */
  DataStream<DriftAcceptance> acceptances() {
    return control == null
        ? null
        : control
            .filter(record -> record.acceptance() != null)
            .uid("control-acceptances")
            .map(ControlRecord::acceptance)
            .returns(TypeInformation.of(DriftAcceptance.class))
            .uid("acceptances");
  }

  /** Suppressions that people set or withdraw; {@code null} if nobody says anything. */
  DataStream<SuppressionChange> suppressions() {
    return control == null
        ? null
        : control
            .filter(record -> record.suppression() != null)
            .uid("control-suppressions")
            .map(ControlRecord::suppression)
            .returns(TypeInformation.of(SuppressionChange.class))
            .uid("suppressions");
  }

  /** The dead letters of the activity, of the registry, and of the control messages. */
  DataStream<DeadLetter> withRefused(DataStream<DeadLetter> ofActivity) {
    DataStream<DeadLetter> all = ofActivity;
    all = registry == null ? all : all.union(refusedRegistry());
    return control == null ? all : all.union(refusedControl());
  }

  /** The records of the registry that say nothing; there must be a registry. */
  public DataStream<DeadLetter> refusedRegistry() {
    return registry
        .filter(CountedRecords.refused())
        .uid("registry-refusals")
        .map(RegistryRecord::deadLetter)
        .returns(LETTER)
        .uid("refused-registry");
  }

  private DataStream<DeadLetter> refusedControl() {
    return control
        .filter(record -> record.deadLetter() != null)
        .uid("control-refusals")
        .map(ControlRecord::deadLetter)
        .returns(LETTER)
        .uid("refused-control");
  }
}
