package io.driftline.job.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.RegistryChange.Subject;
import io.driftline.registry.UserRecord;
import io.driftline.registry.UserStatus;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class OwnerStageTest {

  private static final long DAY = 24 * 3_600_000L;
  private static final RegistryChange AT_WORK = ann(10, UserStatus.ACTIVE);
  private static final RegistryChange LEFT = ann(30, UserStatus.DEPARTED);

  @Test
  void anAgentIsToldAllThatWasSaidOfItsNewOwner() throws Exception {
    try (var stage = open(null)) {
      person(stage, LEFT);
      person(stage, AT_WORK);
      person(stage, person("bob"));
      assertThat(stage.extractOutputValues()).isEmpty();
      agent(stage, "bot", "ann", 20);
      assertThat(stage.extractOutputValues())
          .containsExactly(PostureNews.ofOwner("bot", AT_WORK), PostureNews.ofOwner("bot", LEFT));
    }
  }

  @Test
  void eachChangeOfAPersonIsToldToAllAgentsThatEverNamedThePerson() throws Exception {
    try (var stage = open(null)) {
      agent(stage, "bot-1", "ann", 5);
      agent(stage, "bot-2", "ann", 6);
      agent(stage, "bot-1", "bob", 7);
      person(stage, AT_WORK);
      RegistryChange removal = RegistryChange.removal(Subject.USER, "ann", 40);
      person(stage, removal);
      assertThat(stage.extractOutputValues())
          .containsExactly(
              PostureNews.ofOwner("bot-1", AT_WORK),
              PostureNews.ofOwner("bot-2", AT_WORK),
              PostureNews.ofOwner("bot-1", removal),
              PostureNews.ofOwner("bot-2", removal));
    }
  }

  @Test
  void onlyAChangeThatNamesAnOwnerHasAKey() {
    assertThat(OwnerStage.namesOwner(owned("bot", "ann", 1))).isTrue();
    assertThat(OwnerStage.namesOwner(owned("bot", null, 1))).isFalse();
    assertThat(OwnerStage.namesOwner(RegistryChange.removal(Subject.AGENT, "bot", 1))).isFalse();
    assertThat(OwnerStage.namesOwner(AT_WORK)).isFalse();
  }

  @Test
  void remembersAfterARestore() throws Exception {
    OperatorSubtaskState snapshot;
    try (var stage = open(null)) {
      person(stage, AT_WORK);
      agent(stage, "bot", "ann", 20);
      stage.prepareSnapshotPreBarrier(1);
      snapshot = stage.snapshot(1, 1);
    }
    try (var stage = open(snapshot)) {
      person(stage, LEFT);
      agent(stage, "bot-2", "ann", 40);
      assertThat(stage.extractOutputValues())
          .containsExactly(
              PostureNews.ofOwner("bot", LEFT),
              PostureNews.ofOwner("bot-2", AT_WORK),
              PostureNews.ofOwner("bot-2", LEFT));
    }
  }

  @Test
  void tellsAtMostAThousandAndTwentyFourAgents() throws Exception {
    try (var stage = open(null)) {
      for (int i = 0; i <= OwnerWatch.MOST_AGENTS; i++) {
        agent(stage, "bot-" + i, "ann", i);
      }
      person(stage, AT_WORK);
      assertThat(stage.extractOutputValues())
          .hasSize(OwnerWatch.MOST_AGENTS)
          .doesNotContain(PostureNews.ofOwner("bot-0", AT_WORK));
    }
  }

  @Test
  void aPersonIsKeptUntilTakenOffTheRegistryAndThenForgotten() throws Exception {
    try (var stage = open(null)) {
      person(stage, AT_WORK);
      agent(stage, "bot", "ann", 20);
      stage.processBothWatermarks(new Watermark(100 * DAY));
      stage.prepareSnapshotPreBarrier(1);
      assertThat(stage.numKeyedStateEntries()).isPositive();
      person(stage, RegistryChange.removal(Subject.USER, "ann", 101 * DAY));
      stage.processBothWatermarks(new Watermark(200 * DAY));
      stage.prepareSnapshotPreBarrier(2);
      assertThat(stage.numKeyedStateEntries()).isZero();
      assertThat(stage.numEventTimeTimers()).isZero();
    }
  }

  private static RegistryChange ann(long time, UserStatus status) {
    return RegistryChange.user(new UserRecord("ann", status, List.of(), null), time);
  }

  private static RegistryChange person(String id) {
    return RegistryChange.user(new UserRecord(id, UserStatus.ACTIVE, null, null), 10);
  }

  private static RegistryChange owned(String agent, String owner, long time) {
    return RegistryChange.agent(AgentRecord.of(agent, null, owner, null), time);
  }

  private static void person(
      KeyedTwoInputStreamOperatorTestHarness<String, RegistryChange, RegistryChange, PostureNews>
          stage,
      RegistryChange change)
      throws Exception {
    stage.processElement1(change, change.time());
  }

  private static void agent(
      KeyedTwoInputStreamOperatorTestHarness<String, RegistryChange, RegistryChange, PostureNews>
          stage,
      String agent,
      String owner,
      long time)
      throws Exception {
    stage.processElement2(owned(agent, owner, time), time);
  }

  private static KeyedTwoInputStreamOperatorTestHarness<
          String, RegistryChange, RegistryChange, PostureNews>
      open(OperatorSubtaskState snapshot) throws Exception {
    var harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new OwnerStage(new StageSettings(Ordering.ARRIVAL, 10 * DAY, 10)),
            RegistryChange::id,
            OwnerStage::ownerOf,
            Types.STRING);
    if (snapshot != null) {
      harness.initializeState(snapshot);
    }
    harness.open();
    return harness;
  }
}
