package io.driftline.job.drift;

import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftSettings;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.state.StageSettings;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.RegistryChange.Subject;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * From what the registry says of agents, and which drifts people accept, to the growth of what
 * agents are granted. Of the actions nothing gets through but event time: a registry has none of
 * its own.
 */
final class GrantFlow {

  private static final TypeInformation<GrantNews> NEWS = TypeInformation.of(GrantNews.class);

  private GrantFlow() {}

  /**
   * Builds the flow.
   *
   * @param identified what agents do
   * @param registry what is said of agents and people
   * @param acceptances drifts that people accept; {@code null} if nobody says anything
   */
  static DataStream<DriftEvent> attach(
      DataStream<IdentifiedAction> identified,
      DataStream<RegistryChange> registry,
      DataStream<DriftAcceptance> acceptances,
      StageSettings stage,
      DriftSettings settings) {
    DataStream<GrantNews> news = ofAgents(registry).union(eventTime(identified));
    return (acceptances == null ? news : news.union(accepted(acceptances)))
        .keyBy(GrantNews::agentId, Types.STRING)
        .transform(
            "grant drift", TypeInformation.of(DriftEvent.class), new GrantStage(stage, settings))
        .uid("grant-drift");
  }

  private static DataStream<GrantNews> ofAgents(DataStream<RegistryChange> registry) {
    return registry
        .filter(change -> change.subject() == Subject.AGENT)
        .uid("grant-registry-agents")
        .setParallelism(registry.getParallelism())
        .map(GrantNews::of)
        .returns(NEWS)
        .uid("grant-news-agents")
        .setParallelism(registry.getParallelism());
  }

  private static DataStream<GrantNews> eventTime(DataStream<IdentifiedAction> identified) {
    return identified
        .<GrantNews>flatMap((action, out) -> {})
        .returns(NEWS)
        .uid("grant-event-time")
        .name("event time for grants");
  }

  private static DataStream<GrantNews> accepted(DataStream<DriftAcceptance> acceptances) {
    return acceptances
        .filter(GrantStage::isConcerned)
        .uid("grant-acceptances")
        .map(GrantNews::of)
        .returns(NEWS)
        .uid("grant-news-acceptances");
  }
}
