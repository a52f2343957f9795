package io.driftline.job.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.activity.Outcome;
import io.driftline.baseline.SessionContext;
import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftKind;
import io.driftline.drift.DriftSettings;
import io.driftline.job.cli.local.MemorySink;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.identify.IdentifiedActionSerializer;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.Right;
import io.driftline.registry.UserRecord;
import io.driftline.registry.UserStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** The whole of it on a local cluster, with Kryo switched off, and every operator with a uid. */
class GrantFlowTest {

  private static final long DAY = 86_400_000L;
  private static final long START = Instant.parse("2026-01-05T09:00:00Z").toEpochMilli();

  @Test
  void findsGrowthOfAnAgentThatDoesNothing() throws Exception {
    StreamExecutionEnvironment env = environment();
    try (MemorySink<DriftEvent> drift = new MemorySink<>()) {
      GrantFlow.attach(
              actions(env),
              registry(env),
              acceptances(env),
              new StageSettings(Ordering.ARRIVAL, 90 * DAY, 10),
              DriftSettings.defaults())
          .sinkTo(drift)
          .uid("collect");
      env.execute();
      assertThat(drift.results())
          .extracting(event -> event.agent().id(), event -> event.signal().dimension())
          .containsExactly(tuple("bot", DriftDimension.GRANTED_PERMISSION));
    }
  }

  private static DataStream<IdentifiedAction> actions(StreamExecutionEnvironment env) {
    AgentAction action =
        new AgentAction(
            "e-1",
            Instant.ofEpochMilli(START),
            new Agent("another", AgentKind.PERSONAL, null, null, null),
            null,
            null,
            null,
            null,
            "crm",
            "read",
            "crm:read",
            "/crm/home",
            Outcome.SUCCESS,
            null,
            null,
            null);
    return env.fromData(
            IdentifiedActionSerializer.TYPE,
            IdentifiedAction.unregistered(
                action, SessionContext.first("s"), "personal/unknown", false))
        .uid("actions");
  }

  private static DataStream<RegistryChange> registry(StreamExecutionEnvironment env) {
    List<RegistryChange> changes = new ArrayList<>();
    changes.add(RegistryChange.user(new UserRecord("ann", UserStatus.ACTIVE, null, null), START));
    IntStream.range(0, 8).mapToObj(GrantFlowTest::weekly).forEach(changes::add);
    return env.fromData(
            TypeInformation.of(RegistryChange.class), changes.toArray(RegistryChange[]::new))
        .uid("registry");
  }

  private static RegistryChange weekly(int week) {
    long time = START + 7 * week * DAY;
    List<Grant> grants =
        IntStream.rangeClosed(0, week)
            .mapToObj(i -> new Right("crm", "crm:" + i))
            .map(right -> new Grant(right, Instant.ofEpochMilli(time), null, null))
            .toList();
    return RegistryChange.agent(
        new AgentRecord("bot", null, null, null, null, null, null, null, grants, null), time);
  }

  private static DataStream<DriftAcceptance> acceptances(StreamExecutionEnvironment env) {
    return env.fromData(
            TypeInformation.of(DriftAcceptance.class),
            new DriftAcceptance("bot", DriftKind.GROWTH, DriftDimension.SYSTEM, START))
        .uid("acceptances");
  }

  private static StreamExecutionEnvironment environment() {
    Configuration config = new Configuration();
    config.set(PipelineOptions.GENERIC_TYPES, false);
    config.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    return StreamExecutionEnvironment.createLocalEnvironment(2, config);
  }
}
