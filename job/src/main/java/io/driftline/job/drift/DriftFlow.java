package io.driftline.job.drift;

import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftSettings;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.state.StageSettings;
import io.driftline.registry.RegistryChange;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** From what agents do, day by day, to how they change: alone, among their peers, and in grants. */
public final class DriftFlow {

  private static final TypeInformation<DriftEvent> DRIFT = TypeInformation.of(DriftEvent.class);

  private DriftFlow() {}

  /**
   * Builds the flow.
   *
   * @param identified what agents do, partitioned by agent
   * @param registry what is said of agents and people; {@code null} if nothing is
   * @param acceptances drifts that people accept; {@code null} if nobody says anything
   */
  public static DataStream<DriftEvent> attach(
      DataStream<IdentifiedAction> identified,
      DataStream<RegistryChange> registry,
      DataStream<DriftAcceptance> acceptances,
      StageSettings stage,
      DriftSettings settings) {
    SingleOutputStreamOperator<DriftEvent> own =
        ofEach(identified, acceptances, stage, settings).uid("drift");
    DataStream<DriftEvent> drift = own.union(amongPeers(own, stage, settings));
    return registry == null
        ? drift
        : drift.union(GrantFlow.attach(identified, registry, acceptances, stage, settings));
  }

  private static SingleOutputStreamOperator<DriftEvent> ofEach(
      DataStream<IdentifiedAction> identified,
      DataStream<DriftAcceptance> acceptances,
      StageSettings stage,
      DriftSettings settings) {
    KeyedStream<IdentifiedAction, String> byAgent =
        DataStreamUtils.reinterpretAsKeyedStream(
            identified, in -> in.action().agentId(), Types.STRING);
    return acceptances == null
        ? byAgent.transform("drift", DRIFT, new DriftStage.Alone(stage, settings))
        : byAgent
            .connect(acceptances.keyBy(DriftAcceptance::agentId, Types.STRING))
            .transform("drift", DRIFT, new DriftStage.Accepting(stage, settings));
  }

  private static DataStream<DriftEvent> amongPeers(
      SingleOutputStreamOperator<DriftEvent> own, StageSettings stage, DriftSettings settings) {
    return own.getSideOutput(DriftStage.PEERS)
        .keyBy(PeerNews::cohort, Types.STRING)
        .transform("peer drift", DRIFT, new PeerStage(stage, settings))
        .uid("peer-drift");
  }
}
