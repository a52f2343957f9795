package io.driftline.job.authority;

import static io.driftline.job.TestActions.MONDAY;
import static io.driftline.job.authority.Deeds.CRM_READ;
import static io.driftline.job.authority.Deeds.action;
import static io.driftline.job.authority.Deeds.asked;
import static io.driftline.job.authority.Deeds.called;
import static io.driftline.job.authority.Deeds.entitled;
import static io.driftline.job.authority.Deeds.granted;
import static io.driftline.registry.AuthorityVerdict.ENTITLED;
import static io.driftline.registry.AuthorityVerdict.NOT_ENTITLED;
import static io.driftline.registry.AuthorityVerdict.NO_REQUESTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import io.driftline.job.ingest.AgentActionSerializer;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import io.driftline.posture.Accusation;
import io.driftline.posture.FindingSubject;
import io.driftline.posture.PostureRule;
import io.driftline.registry.Authority;
import io.driftline.registry.RegistryChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;

/** Delegation and authority together on a local cluster, with Kryo switched off. */
class AuthorityFlowTest {

  private static final int LATENESS = 1_000;

  /** What came out: by event id, in order, so that runs can be compared. */
  private record Result(Map<String, Authority> authorities, List<Accusation> accusations) {

    /** How many actions each is accused of; what is told of them may be told in parts. */
    Map<String, Long> charges() {
      return accusations.stream()
          .collect(
              Collectors.toMap(
                  each -> each.rule() + " " + each.agentId() + " " + each.subject(),
                  each -> each.withdrawn() ? -each.count() : each.count(),
                  Long::sum,
                  TreeMap::new));
    }
  }

  @Test
  void evePassesThroughASharedAgentToWhatSheMayNotDoHerself() throws Exception {
    List<RegistryChange> registry =
        List.of(granted("shared", 0, CRM_READ), entitled("eve", 0), entitled("ann", 0, CRM_READ));
    List<AgentAction> actions =
        List.of(
            asked("shared", "ann", null, MONDAY),
            asked("shared", "eve", null, MONDAY + 1),
            action("shared", null, null, null, MONDAY + 2));

    Result result = run(actions, registry, Ordering.ARRIVAL, 2);

    assertThat(result.accusations())
        .containsExactly(
            new Accusation(
                PostureRule.AUTHORITY_BYPASS,
                "shared",
                FindingSubject.ofUse("eve", "crm", "crm:read"),
                MONDAY + 1,
                "shared@" + (MONDAY + 1),
                1,
                false));
    assertThat(result.authorities()).hasSize(3);
    assertThat(result.authorities().get("shared@" + (MONDAY + 2)).verdict())
        .isEqualTo(NO_REQUESTER);
  }

  @Test
  void aChainOfThreeAgentsIsJudgedByThePersonAtItsBeginningAndByEachAgentInIt() throws Exception {
    List<RegistryChange> registry =
        List.of(
            granted("a", 0, CRM_READ),
            granted("b", 0),
            granted("c", 0, CRM_READ),
            entitled("eve", 0),
            entitled("ann", 0, CRM_READ));
    List<AgentAction> actions =
        List.of(
            asked("a", "eve", "t1", MONDAY),
            called("b", "a", "t1", MONDAY + 1),
            called("c", "b", "t1", MONDAY + 2),
            asked("a", "ann", "t2", MONDAY + 3),
            called("c", "a", "t2", MONDAY + 4));

    Result result = run(actions, registry, Ordering.EVENT_TIME, 2);

    Authority deep = result.authorities().get("c@" + (MONDAY + 2));
    assertThat(deep.requester().id()).isEqualTo("eve");
    assertThat(deep.chain()).containsExactly("a", "b");
    assertThat(deep.verdict()).isEqualTo(NOT_ENTITLED);
    assertThat(result.authorities().get("c@" + (MONDAY + 4)).verdict()).isEqualTo(ENTITLED);
    assertThat(result.accusations())
        .extracting(each -> each.rule() + " " + each.agentId() + " " + each.subject().through())
        .containsExactlyInAnyOrder(
            "AUTHORITY_BYPASS a null",
            "AUTHORITY_BYPASS b null",
            "AUTHORITY_BYPASS c null",
            "WIDENED_CHAIN c b");
  }

  @Test
  void skewedRequestersAreJudgedAlikeWhateverTheParallelismAndTheOrder() throws Exception {
    List<RegistryChange> registry = List.of(entitled("boss", 0), entitled("ann", 0, CRM_READ));
    List<AgentAction> actions = skewed();

    Result alone = run(actions, registry, Ordering.EVENT_TIME, 1);

    assertThat(alone.authorities()).hasSize(actions.size());
    assertThat(alone.accusations()).hasSizeGreaterThan(actions.size() / 2);
    assertThat(run(actions, registry, Ordering.EVENT_TIME, 4)).isEqualTo(alone);
    assertThat(run(withinLateness(actions), registry, Ordering.EVENT_TIME, 4)).isEqualTo(alone);
    assertThat(run(actions, registry, Ordering.ARRIVAL, 4).charges()).isEqualTo(alone.charges());
  }

  /** One person is behind six actions out of ten, nobody behind two; some go through two agents. */
  private static List<AgentAction> skewed() {
    Random random = new Random(1);
    List<AgentAction> actions = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      String trace = "t" + i;
      long time = MONDAY + 10 * i;
      int kind = random.nextInt(10);
      String agent = "agent-" + random.nextInt(20);
      actions.add(
          kind < 2
              ? action(agent, null, trace, null, time)
              : asked(agent, kind < 8 ? "boss" : "ann", trace, time));
      if (random.nextInt(5) == 0) {
        actions.add(called("worker-" + i, agent, trace, time + 3));
        actions.add(called("depth-" + i, "worker-" + i, trace, time + 5));
      }
    }
    return actions;
  }

  private static List<AgentAction> withinLateness(List<AgentAction> actions) {
    Random random = new Random(2);
    Map<AgentAction, Long> arrival =
        actions.stream()
            .collect(
                Collectors.toMap(
                    each -> each, each -> each.timeMillis() + random.nextInt(LATENESS)));
    return actions.stream().sorted(Comparator.comparing(arrival::get)).toList();
  }

  private static Result run(
      List<AgentAction> actions, List<RegistryChange> registry, Ordering ordering, int parallelism)
      throws Exception {
    StreamExecutionEnvironment env = environment(parallelism);
    AuthorityFlow flow =
        AuthorityFlow.attach(
            timed(env.fromData(actions, AgentActionSerializer.TYPE)),
            registry(env, registry),
            new StageSettings(ordering, 86_400_000L, 100),
            AuthoritySettings.defaults());
    CloseableIterator<RequestedAction> requested = flow.requested().collectAsync();
    CloseableIterator<Accusation> accusations = flow.accusations().collectAsync();
    env.execute();
    Map<String, Authority> authorities = new TreeMap<>();
    requested.forEachRemaining(each -> authorities.put(each.action().eventId(), each.authority()));
    List<Accusation> told = new ArrayList<>();
    accusations.forEachRemaining(told::add);
    told.sort(Comparator.comparing(Accusation::eventId).thenComparing(Accusation::toString));
    return new Result(authorities, told);
  }

  private static DataStream<AgentAction> timed(DataStream<AgentAction> actions) {
    return actions.assignTimestampsAndWatermarks(
        WatermarkStrategy.<AgentAction>forBoundedOutOfOrderness(Duration.ofMillis(LATENESS))
            .withTimestampAssigner((action, ignored) -> action.timeMillis()));
  }

  private static DataStream<RegistryChange> registry(
      StreamExecutionEnvironment env, List<RegistryChange> registry) {
    return env.fromData(registry, TypeInformation.of(RegistryChange.class))
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<RegistryChange>forMonotonousTimestamps()
                .withTimestampAssigner((change, ignored) -> change.time()));
  }

  private static StreamExecutionEnvironment environment(int parallelism) {
    Configuration config = new Configuration();
    config.setString("pipeline.generic-types", "false");
    return StreamExecutionEnvironment.createLocalEnvironment(parallelism, config);
  }
}
