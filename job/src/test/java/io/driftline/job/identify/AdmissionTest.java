package io.driftline.job.identify;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.baseline.TrackerSettings;
import io.driftline.job.TestActions;
import io.driftline.job.authority.RequestedAction;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.Rejection;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import io.driftline.registry.AgentRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Made-up agents do not fill the state, and push nobody out. */
class AdmissionTest {

  private static final long DAY = 86_400_000;
  private static final long NOON = 1_770_000_000_000L;
  private static final int SHARES = 4;
  private static final int LIMIT = 40;
  private static final int SPRAYED = 400;

  @Test
  void letsInAboutTheLimitAndTellsOfTheRest() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, 1, 0, null)) {
      spray(stage, NOON);
      assertThat(agents(stage)).hasSize(LIMIT);
      List<DeadLetter> letters = letters(stage);
      assertThat(letters).allMatch(each -> each.reason() == Rejection.UNADMITTED);
      assertThat(letters.size()).isBetween(2 * SHARES, 3 * SHARES);
      assertThat(letters.get(0).message()).contains("neither registered nor known", "new-agents");
    }
  }

  @Test
  void agentsThatAreKnownOrRegisteredPass() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, 1, 0, null)) {
      process(stage, "old", NOON);
      spray(stage, NOON + 1);
      process(stage, "registered", NOON + 2);
      process(stage, "old", NOON + 3);
      process(stage, "unheard of", NOON + 4);
      assertThat(agents(stage)).contains("registered", "old").doesNotContain("unheard of");
    }
  }

  @Test
  void theNextDayThereIsRoomAgain() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, 1, 0, null)) {
      spray(stage, NOON);
      process(stage, "late riser", NOON + DAY);
      assertThat(agents(stage)).contains("late riser");
    }
  }

  @Test
  void aRestoredStageKnowsWhomItHasLetIn() throws Exception {
    OperatorSubtaskState state;
    try (var stage = open(Ordering.ARRIVAL, 1, 0, null)) {
      spray(stage, NOON);
      stage.prepareSnapshotPreBarrier(1);
      state = stage.snapshot(1, 1);
    }
    try (var stage = open(Ordering.ARRIVAL, 1, 0, state)) {
      process(stage, "too many", NOON + 1);
      assertThat(agents(stage)).isEmpty();
      assertThat(letters(stage)).isEmpty();
    }
  }

  @Test
  void inEventTimeItDependsOnNeitherInterleavingNorParallelism() throws Exception {
    List<RequestedAction> actions = new ArrayList<>();
    for (int i = 0; i < SPRAYED; i++) {
      actions.add(action("agent-" + i, NOON + i % 7));
    }
    TreeSet<String> alone = admitted(actions, 1);
    assertThat(alone).hasSize(LIMIT);
    for (int seed = 1; seed <= 3; seed++) {
      Collections.shuffle(actions, new Random(seed));
      assertThat(admitted(actions, 1)).isEqualTo(alone);
      assertThat(admitted(actions, 2)).isEqualTo(alone);
    }
  }

  private static TreeSet<String> admitted(List<RequestedAction> actions, int parallelism)
      throws Exception {
    TreeSet<String> admitted = new TreeSet<>();
    for (int subtask = 0; subtask < parallelism; subtask++) {
      try (var stage = open(Ordering.EVENT_TIME, parallelism, subtask, null)) {
        for (RequestedAction action : actions) {
          if (subtaskOf(action.agentId(), parallelism) == subtask) {
            stage.processElement(new StreamRecord<>(action, action.action().timeMillis()));
          }
        }
        stage.processWatermark(new Watermark(NOON + DAY));
        admitted.addAll(agents(stage));
      }
    }
    return admitted;
  }

  private static int subtaskOf(String agent, int parallelism) {
    return org.apache.flink.runtime.state.KeyGroupRangeAssignment.assignKeyToParallelOperator(
        agent, SHARES, parallelism);
  }

  private static void spray(
      KeyedOneInputStreamOperatorTestHarness<String, RequestedAction, IdentifiedAction> stage,
      long time)
      throws Exception {
    for (int i = 0; i < SPRAYED; i++) {
      process(stage, "made-up-" + i, time);
    }
  }

  private static void process(
      KeyedOneInputStreamOperatorTestHarness<String, RequestedAction, IdentifiedAction> stage,
      String agent,
      long time)
      throws Exception {
    RequestedAction action = action(agent, time);
    stage.processElement(new StreamRecord<>(action, time));
  }

  private static RequestedAction action(String agent, long time) {
    AgentAction action = TestActions.read(agent, agent + "@" + time, time);
    return RequestedAction.unjudged(action);
  }

  private static List<String> agents(
      KeyedOneInputStreamOperatorTestHarness<String, RequestedAction, IdentifiedAction> stage) {
    return stage.extractOutputValues().stream().map(in -> in.action().agentId()).toList();
  }

  private static List<DeadLetter> letters(
      KeyedOneInputStreamOperatorTestHarness<String, RequestedAction, IdentifiedAction> stage) {
    var told = stage.getSideOutput(IdentifyStage.UNADMITTED);
    return told == null ? List.of() : told.stream().map(StreamRecord::getValue).toList();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, RequestedAction, IdentifiedAction>
      open(Ordering ordering, int parallelism, int subtask, OperatorSubtaskState state)
          throws Exception {
    AgentRecord registered =
        new AgentRecord(
            "registered", AgentKind.PERSONAL, null, null, null, null, null, null, null, null);
    var stage =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new IdentifyStage.Alone(
                new StageSettings(ordering, 180 * DAY, 1_000),
                TrackerSettings.defaults(),
                Cohorts.of(List.of(registered)),
                LIMIT),
            RequestedAction::agentId,
            Types.STRING,
            SHARES,
            parallelism,
            subtask);
    if (state != null) {
      stage.initializeState(state);
    }
    stage.open();
    return stage;
  }
}
