package io.driftline.job.posture;

import io.driftline.feature.SensitivityTable;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.state.StageSettings;
import io.driftline.posture.CredentialEntry;
import io.driftline.posture.CredentialSettings;
import io.driftline.posture.CredentialUse;
import io.driftline.posture.Finding;
import io.driftline.registry.RegistryChange;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The part of the job that watches credentials:
 *
 * <pre>
 * actions ─► tally ─► agent credentials ─► inventory
 *                     ▲ (by agent: what   │
 * registry ───────────┘  its record says) ├─► credentials ──────────► findings
 *                                         │   (by credential: who uses it)
 *                                         └─────────────────────────► findings
 * </pre>
 *
 * @param findings what is wrong with credentials, keyed by nothing
 * @param inventory which agent uses which credential
 */
public record CredentialFlow(DataStream<Finding> findings, DataStream<CredentialEntry> inventory) {

  private static final TypeInformation<Finding> FINDING = TypeInformation.of(Finding.class);

  /**
   * Attaches it to what agents do and what the registry says.
   *
   * @param sensitivity by which the reach of an agent's grants is measured
   */
  public static CredentialFlow attach(
      DataStream<IdentifiedAction> actions,
      DataStream<RegistryChange> registry,
      StageSettings stage,
      CredentialSettings settings,
      SensitivityTable sensitivity) {
    SingleOutputStreamOperator<Finding> byAgent =
        uses(actions)
            .connect(agents(registry))
            .transform(
                "agent credentials",
                FINDING,
                new AgentCredentialStage(stage, settings, sensitivity))
            .uid("agent-credentials");
    DataStream<Finding> byCredential =
        byAgent
            .getSideOutput(AgentCredentialStage.NEWS)
            .keyBy(CredentialNews::credential, Types.STRING)
            .transform("credentials", FINDING, new CredentialStage(stage, settings))
            .uid("credentials");
    return new CredentialFlow(
        byAgent.union(byCredential), byAgent.getSideOutput(AgentCredentialStage.INVENTORY));
  }

  private static KeyedStream<CredentialUse, String> uses(DataStream<IdentifiedAction> actions) {
    return actions
        .transform(
            "credential tally", TypeInformation.of(CredentialUse.class), new CredentialTally())
        .uid("credential-tally")
        .keyBy(CredentialUse::agentId, Types.STRING);
  }

  private static KeyedStream<RegistryChange, String> agents(DataStream<RegistryChange> registry) {
    return registry
        .filter(change -> change.subject() == RegistryChange.Subject.AGENT)
        .uid("credential-owners")
        .name("records of agents")
        .keyBy(RegistryChange::id, Types.STRING);
  }
}
