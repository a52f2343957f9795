package io.driftline.job.posture;

import static io.driftline.job.posture.CredentialActions.DAY;
import static io.driftline.job.posture.CredentialActions.START;
import static io.driftline.job.posture.CredentialActions.action;
import static io.driftline.job.posture.CredentialActions.current;
import static io.driftline.job.posture.CredentialActions.lists;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.feature.SensitivityTable;
import io.driftline.job.identify.IdentifiedAction;
import io.driftline.job.identify.IdentifiedActionSerializer;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import io.driftline.posture.CredentialEntry;
import io.driftline.posture.CredentialSettings;
import io.driftline.posture.Finding;
import io.driftline.posture.PostureRule;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.UserRecord;
import io.driftline.registry.UserStatus;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;

/** The whole of it on a local cluster, with Kryo switched off. */
class CredentialPipelineTest {

  @Test
  void judgesWhatAgentsUseByWhatTheirRecordsList() throws Exception {
    StreamExecutionEnvironment env = environment();
    CredentialFlow flow =
        CredentialFlow.attach(
            actions(env),
            registry(env),
            new StageSettings(Ordering.ARRIVAL, 90 * DAY, 10),
            CredentialSettings.defaults(),
            SensitivityTable.shipped());
    CloseableIterator<Finding> findings = flow.findings().collectAsync();
    CloseableIterator<CredentialEntry> inventory = flow.inventory().collectAsync();
    env.execute();
    assertThat(all(findings))
        .extracting(Finding::rule)
        .containsExactlyInAnyOrder(PostureRule.UNKNOWN_CREDENTIAL, PostureRule.SHARED_CREDENTIAL);
    assertThat(all(inventory)).hasSize(3);
  }

  private static DataStream<IdentifiedAction> actions(StreamExecutionEnvironment env) {
    return env.fromData(
            IdentifiedActionSerializer.TYPE,
            action("bot", "a", START),
            action("bot", "b", START + DAY),
            action("zoe", "a", START + DAY))
        .assignTimestampsAndWatermarks(inOrder(in -> in.action().timeMillis()))
        .uid("actions");
  }

  private static DataStream<RegistryChange> registry(StreamExecutionEnvironment env) {
    return env.fromData(
            TypeInformation.of(RegistryChange.class),
            RegistryChange.user(new UserRecord("ann", UserStatus.ACTIVE, null, null), START),
            lists("bot", START, current("a")))
        .assignTimestampsAndWatermarks(inOrder(RegistryChange::time))
        .uid("registry");
  }

  @FunctionalInterface
  private interface EventTime<T> extends Serializable {
    long of(T element);
  }

  private static <T> WatermarkStrategy<T> inOrder(EventTime<T> time) {
    return WatermarkStrategy.<T>forMonotonousTimestamps()
        .withTimestampAssigner((element, before) -> time.of(element));
  }

  private static <T> List<T> all(CloseableIterator<T> iterator) {
    List<T> all = new ArrayList<>();
    iterator.forEachRemaining(all::add);
    return all;
  }

  private static StreamExecutionEnvironment environment() {
    Configuration config = new Configuration();
    config.setString("pipeline.generic-types", "false");
    return StreamExecutionEnvironment.createLocalEnvironment(2, config);
  }
}
