package io.driftline.job.incident;

import io.driftline.decide.Anomaly;
import io.driftline.drift.DriftEvent;
import io.driftline.incident.HiddenCount;
import io.driftline.incident.HiddenSignal;
import io.driftline.incident.Incident;
import io.driftline.incident.IncidentSettings;
import io.driftline.incident.Signal;
import io.driftline.incident.Signals;
import io.driftline.job.state.BroadcastJoin;
import io.driftline.job.state.StageSettings;
import io.driftline.posture.Finding;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * From what is raised to what somebody is called for:
 *
 * <pre>
 * anomalies ─┐
 * drift ─────┼─► signals ─► incidents ─┬───────────► budget ─┬─► incidents
 * findings ──┘              (by agent) └─ hidden ──► (one)   └─► hidden counts
 * suppressions ──broadcast─────┘
 * </pre>
 *
 * @param incidents every record of an incident that is told, keyed by nothing
 * @param hidden how much was hidden
 */
public record IncidentFlow(DataStream<Incident> incidents, DataStream<HiddenCount> hidden) {

  private static final TypeInformation<Signal> SIGNAL = TypeInformation.of(Signal.class);
  private static final TypeInformation<Incident> INCIDENT = TypeInformation.of(Incident.class);
  private static final TypeInformation<BudgetEntry> ENTRY = TypeInformation.of(BudgetEntry.class);

  /**
   * Builds the flow.
   *
   * @param findings {@code null} where nobody judges by the registry
   * @param suppressions {@code null} where nobody can suppress anything; a stream that is never
   *     idle holds back what is quiet
   */
  public static IncidentFlow attach(
      DataStream<Anomaly> anomalies,
      DataStream<DriftEvent> drift,
      DataStream<Finding> findings,
      DataStream<SuppressionChange> suppressions,
      StageSettings stage,
      IncidentSettings settings) {
    KeyedStream<Signal, String> signals =
        signals(anomalies, drift, findings).keyBy(signal -> signal.agent().id(), Types.STRING);
    DataStream<Incident> ofAgents = ofAgents(signals, suppressions, stage, settings);
    SingleOutputStreamOperator<Incident> told =
        entries(ofAgents)
            .keyBy(entry -> BudgetStage.KEY, Types.STRING)
            .transform("incident budget", INCIDENT, new BudgetStage(stage, settings))
            .uid("incident-budget")
            .setParallelism(1);
    return new IncidentFlow(told, told.getSideOutput(BudgetStage.HIDDEN));
  }

  private static DataStream<Signal> signals(
      DataStream<Anomaly> anomalies, DataStream<DriftEvent> drift, DataStream<Finding> findings) {
    DataStream<Signal> signals =
        signals(anomalies, "anomalies", Signals::of).union(signals(drift, "drift", Signals::of));
    return findings == null ? signals : signals.union(signals(findings, "findings", Signals::of));
  }

  private static <T> DataStream<Signal> signals(
      DataStream<T> raised, String what, MapFunction<T, Signal> map) {
    return raised
        .map(map)
        .returns(SIGNAL)
        .name("signals of " + what)
        .uid("incident-signals-" + what)
        .setParallelism(raised.getParallelism());
  }

  private static DataStream<Incident> ofAgents(
      KeyedStream<Signal, String> signals,
      DataStream<SuppressionChange> suppressions,
      StageSettings stage,
      IncidentSettings settings) {
    return suppressions == null
        ? signals
            .transform("incidents", INCIDENT, new IncidentStage.Alone(stage, settings))
            .uid("incidents")
        : BroadcastJoin.of(
            signals,
            suppressions,
            new IncidentStage.Suppressible(stage, settings),
            INCIDENT,
            "incidents",
            "incidents");
  }

  private static DataStream<BudgetEntry> entries(DataStream<Incident> ofAgents) {
    DataStream<HiddenSignal> hidden = BroadcastJoin.sideOutput(ofAgents, IncidentStage.HIDDEN);
    return ofAgents
        .map(BudgetEntry::of)
        .returns(ENTRY)
        .uid("incident-budget-incidents")
        .union(hidden.map(BudgetEntry::of).returns(ENTRY).uid("incident-budget-hidden"));
  }
}
