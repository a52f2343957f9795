package io.driftline.job.identify;

import static io.driftline.job.TestActions.MONDAY;
import static io.driftline.job.TestActions.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.baseline.TrackerSettings;
import io.driftline.job.authority.RequestedAction;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class IdentifyStageTest {

  private static final long EXPIRY = Duration.ofDays(30).toMillis();

  @Test
  void countsAnEventOnceHoweverOftenItArrives() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      stage.processElement(asked("a", "e1", MONDAY), MONDAY);
      stage.processElement(asked("a", "e1", MONDAY), MONDAY);
      stage.processElement(asked("b", "e1", MONDAY), MONDAY);

      assertThat(events(stage)).containsExactly("a/e1", "b/e1");
    }
  }

  @Test
  void remembersEventsAcrossARestore() throws Exception {
    OperatorSubtaskState snapshot;
    try (var stage = open(Ordering.ARRIVAL, null)) {
      stage.processElement(asked("a", "e1", MONDAY), MONDAY);
      snapshot = snapshot(stage);
    }
    try (var restored = open(Ordering.ARRIVAL, snapshot)) {
      restored.processElement(asked("a", "e1", MONDAY), MONDAY);
      restored.processElement(asked("a", "e2", MONDAY + 1), MONDAY + 1);

      assertThat(events(restored)).containsExactly("a/e2");
      assertThat(restored.extractOutputValues().get(0).session().recentSteps()).hasSize(1);
    }
  }

  @Test
  void inEventTimeOrderActionsWaitForTheWatermark() throws Exception {
    try (var stage = open(Ordering.EVENT_TIME, null)) {
      stage.processElement(asked("a", "e2", MONDAY + 2), MONDAY + 2);
      stage.processElement(asked("a", "e1", MONDAY + 1), MONDAY + 1);
      assertThat(stage.extractOutputValues()).isEmpty();

      stage.processWatermark(MONDAY + 1);
      assertThat(events(stage)).containsExactly("a/e1");

      stage.processWatermark(MONDAY + 5);
      assertThat(events(stage)).containsExactly("a/e1", "a/e2");
    }
  }

  @Test
  void waitingActionsSurviveARestore() throws Exception {
    OperatorSubtaskState snapshot;
    try (var stage = open(Ordering.EVENT_TIME, null)) {
      stage.processElement(asked("a", "e2", MONDAY + 2), MONDAY + 2);
      stage.processElement(asked("a", "e1", MONDAY + 2), MONDAY + 2);
      snapshot = snapshot(stage);
    }
    try (var restored = open(Ordering.EVENT_TIME, snapshot)) {
      restored.processWatermark(MONDAY + 5);

      assertThat(events(restored)).containsExactly("a/e1", "a/e2");
    }
  }

  @Test
  void anActionLaterThanTheWatermarkIsMarkedAndNotDropped() throws Exception {
    try (var stage = open(Ordering.EVENT_TIME, null)) {
      stage.processWatermark(MONDAY + 5);
      stage.processElement(asked("a", "e1", MONDAY), MONDAY);

      assertThat(stage.extractOutputValues()).singleElement().matches(IdentifiedAction::late);
    }
  }

  @Test
  void stateOfASilentAgentExpires() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      stage.processElement(asked("a", "e1", MONDAY), MONDAY);
      stage.processWatermark(MONDAY + EXPIRY - 1);
      snapshot(stage);
      assertThat(stage.numKeyedStateEntries()).isPositive();

      stage.processWatermark(MONDAY + EXPIRY);
      snapshot(stage);

      assertThat(stage.numKeyedStateEntries()).as("the ledger of its share").isEqualTo(1);
      assertThat(stage.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void anAgentThatActsAgainIsKept() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      stage.processElement(asked("a", "e1", MONDAY), MONDAY);
      stage.processElement(asked("a", "e2", MONDAY + 10), MONDAY + 10);
      stage.processWatermark(MONDAY + EXPIRY);
      stage.processElement(asked("a", "e2", MONDAY + 10), MONDAY + 10);

      assertThat(events(stage)).containsExactly("a/e1", "a/e2");
    }
  }

  private static RequestedAction asked(String agent, String event, long time) {
    return RequestedAction.unjudged(read(agent, event, time));
  }

  private static OperatorSubtaskState snapshot(
      KeyedOneInputStreamOperatorTestHarness<String, RequestedAction, IdentifiedAction> stage)
      throws Exception {
    stage.prepareSnapshotPreBarrier(1);
    return stage.snapshot(1, 1);
  }

  private static List<String> events(
      KeyedOneInputStreamOperatorTestHarness<String, RequestedAction, IdentifiedAction> stage) {
    return stage.extractOutputValues().stream()
        .map(in -> in.action().agentId() + "/" + in.action().eventId())
        .toList();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, RequestedAction, IdentifiedAction>
      open(Ordering ordering, OperatorSubtaskState state) throws Exception {
    var stage =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new IdentifyStage.Alone(
                new StageSettings(ordering, EXPIRY, 2),
                TrackerSettings.defaults(),
                Cohorts.of(List.of()),
                Integer.MAX_VALUE),
            RequestedAction::agentId,
            Types.STRING);
    if (state != null) {
      stage.initializeState(state);
    }
    stage.open();
    return stage;
  }
}
