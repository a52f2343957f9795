package io.driftline.job.posture;

import io.driftline.feature.SensitivityTable;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.identify.IdentifiedActionSerializer;
import io.driftline.job.state.StageSettings;
import io.driftline.posture.Accusation;
import io.driftline.posture.Finding;
import io.driftline.posture.PostureSettings;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.RegistryChange.Subject;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;

/**
 * From what agents do and what the registry says to what is wrong with an agent:
 *
 * <pre>
 * identified actions ──────────────────────────────────► posture ─► findings
 * registry ─┬─ agents ─────────────────────────┬─ news ─► (by agent)
 *           ├─ people ──────────► owners ──────┤
 *           └─ agents by owner ─► (by person)  │
 * accusations ─────────────────────────────────┘
 * </pre>
 */
public final class PostureFlow {

  private static final TypeInformation<PostureNews> NEWS = TypeInformation.of(PostureNews.class);

  private PostureFlow() {}

  /**
   * Builds the flow.
   *
   * @param identified partitioned by agent
   * @param registry what is said of agents and people
   * @param accusations who acted with too little authority
   */
  public static DataStream<Finding> attach(
      DataStream<IdentifiedAction> identified,
      DataStream<RegistryChange> registry,
      DataStream<Accusation> accusations,
      StageSettings stage,
      PostureSettings settings,
      SensitivityTable sensitivity) {
    KeyedStream<IdentifiedAction, String> byAgent =
        DataStreamUtils.reinterpretAsKeyedStream(
            identified, in -> in.action().agentId(), Types.STRING);
    return byAgent
        .connect(news(registry, accusations, stage).keyBy(PostureNews::agentId, Types.STRING))
        .transform(
            "posture",
            TypeInformation.of(Finding.class),
            new PostureStage(stage, IdentifiedActionSerializer.TYPE, settings, sensitivity))
        .uid("posture");
  }

  private static DataStream<PostureNews> news(
      DataStream<RegistryChange> registry,
      DataStream<Accusation> accusations,
      StageSettings stage) {
    DataStream<PostureNews> ofAgents =
        only(registry, "agents", change -> change.subject() == Subject.AGENT)
            .map(PostureNews::ofAgent)
            .returns(NEWS)
            .uid("posture-news-agents")
            .setParallelism(registry.getParallelism());
    DataStream<PostureNews> accused =
        accusations.map(PostureNews::of).returns(NEWS).uid("posture-news-accusations");
    return ofAgents.union(ofOwners(registry, stage), accused);
  }

  private static DataStream<PostureNews> ofOwners(
      DataStream<RegistryChange> registry, StageSettings stage) {
    return only(registry, "people", change -> change.subject() == Subject.USER)
        .keyBy(RegistryChange::id, Types.STRING)
        .connect(
            only(registry, "owned", OwnerStage::namesOwner)
                .keyBy(OwnerStage::ownerOf, Types.STRING))
        .transform("owners", NEWS, new OwnerStage(stage))
        .uid("owners");
  }

  private static DataStream<RegistryChange> only(
      DataStream<RegistryChange> registry, String what, FilterFunction<RegistryChange> kept) {
    return registry
        .filter(kept)
        .uid("posture-registry-" + what)
        .setParallelism(registry.getParallelism());
  }
}
