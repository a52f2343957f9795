package io.driftline.job;

import io.driftline.activity.AgentAction;
import io.driftline.job.audit.AuditRecord;
import io.driftline.job.audit.AuditStage;
import io.driftline.job.authority.AuthorityFlow;
import io.driftline.job.config.JobSettings;
import io.driftline.job.control.ControlGate;
import io.driftline.job.detect.JudgedAction;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.posture.CredentialFlow;
import io.driftline.job.posture.PostureFlow;
import io.driftline.job.relation.RelationStage;
import io.driftline.posture.Accusation;
import io.driftline.posture.Finding;
import io.driftline.registry.RegistryChange;
import io.driftline.relation.Edge;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The half of the {@link Topology} that asks who approved it: authority, posture, credentials,
 * relationships and the audit trail. Which of it there is depends on what is configured.
 */
final class Governance {

  private Governance() {}

  /** Whether every action is to be recorded. */
  static boolean isAudited(Outputs outputs, JobSettings settings) {
    return outputs.wantsTrail() && settings.governance().isAudited();
  }

  /** What is wrong by the registry, told together with the inventory of credentials. */
  static DataStream<Finding> findings(
      DataStream<IdentifiedAction> identified,
      DataStream<RegistryChange> registry,
      DataStream<Accusation> accusations,
      Outputs outputs,
      JobSettings settings) {
    CredentialFlow credentials = credentials(identified, registry, settings);
    if (outputs.wantsTrail()) {
      outputs.credentials(credentials.inventory());
    }
    return posture(identified, registry, accusations, settings).union(credentials.findings());
  }

  /** With whose authority it was done; not judged where there is no registry. */
  static AuthorityFlow asked(
      DataStream<AgentAction> actions, DataStream<RegistryChange> registry, JobSettings settings) {
    return registry == null
        ? AuthorityFlow.unjudged(actions)
        : AuthorityFlow.attach(
            actions, registry, settings.stage(), settings.governance().authority());
  }

  /** What is wrong with agents by the registry. */
  static DataStream<Finding> posture(
      DataStream<IdentifiedAction> identified,
      DataStream<RegistryChange> registry,
      DataStream<Accusation> accusations,
      JobSettings settings) {
    return PostureFlow.attach(
        identified,
        registry,
        accusations,
        settings.stage(),
        settings.governance().posture(),
        settings.sensitivity());
  }

  /** What is wrong with credentials, and who uses which. */
  static CredentialFlow credentials(
      DataStream<IdentifiedAction> identified,
      DataStream<RegistryChange> registry,
      JobSettings settings) {
    return CredentialFlow.attach(
        identified,
        registry,
        settings.stage(),
        settings.governance().credentials(),
        settings.sensitivity());
  }

  /** Who reaches what through whom, if asked for. */
  static void relationships(
      DataStream<IdentifiedAction> identified, Outputs outputs, JobSettings settings) {
    if (outputs.wantsTrail() && settings.governance().hasRelations()) {
      outputs.relationships(edges(identified, settings));
    }
  }

  /** The record of every action and of every change that people make, and the seals. */
  static void audit(
      DataStream<JudgedAction> judged, Inputs inputs, Outputs outputs, JobSettings settings) {
    SingleOutputStreamOperator<AuditRecord> trail = trail(judged, settings);
    DataStream<AuditRecord> seals = trail.getSideOutput(AuditStage.SEALS);
    if (inputs.control() == null) {
      outputs.audit(trail, seals);
    } else {
      outputs.audit(trail, seals.union(inputs.changes(ControlGate.SEALS)));
      outputs.changes(inputs.changes(ControlGate.CHANGES));
    }
  }

  private static DataStream<Edge> edges(
      DataStream<IdentifiedAction> identified, JobSettings settings) {
    return DataStreamUtils.reinterpretAsKeyedStream(
            identified, in -> in.action().agentId(), Types.STRING)
        .transform(
            "relationships",
            TypeInformation.of(Edge.class),
            new RelationStage(settings.stage(), settings.governance().relations()))
        .uid("relationships");
  }

  private static SingleOutputStreamOperator<AuditRecord> trail(
      DataStream<JudgedAction> judged, JobSettings settings) {
    return DataStreamUtils.reinterpretAsKeyedStream(judged, JudgedAction::agentId, Types.STRING)
        .transform(
            "audit",
            TypeInformation.of(AuditRecord.class),
            new AuditStage(settings.stage(), settings.governance().audit()))
        .uid("audit");
  }
}
