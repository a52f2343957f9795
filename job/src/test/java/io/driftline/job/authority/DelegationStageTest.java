package io.driftline.job.authority;

import static io.driftline.job.TestActions.MONDAY;
import static io.driftline.job.authority.Deeds.asked;
import static io.driftline.job.authority.Deeds.called;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class DelegationStageTest {

  private static final long DAY = 86_400_000L;
  private static final AgentAction A = asked("a", "ann", "t", MONDAY);
  private static final AgentAction B = called("b", "a", "t", MONDAY + 1);
  private static final AgentAction C = called("c", "b", "t", MONDAY + 2);

  @Test
  void anActionWhoseCallersAreKnownGoesOnAtOnce() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      note(stage, A);
      act(stage, B);
      act(stage, C);
      assertThat(seen(stage)).containsExactly("b: ann [a]", "c: ann [a, b]");
    }
  }

  @Test
  void anActionWhoseCallersAreNotAllKnownWaitsForTheWatermark() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      act(stage, C);
      act(stage, B);
      stage.processBothWatermarks(new Watermark(MONDAY));
      assertThat(seen(stage)).isEmpty();
      note(stage, A);
      stage.processBothWatermarks(new Watermark(MONDAY + 2));
      assertThat(seen(stage)).containsExactly("b: ann [a]", "c: ann [a, b]");
    }
  }

  @Test
  void anActionWhoseFirstRequesterNeverShowsUpGoesOnWithoutOne() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      act(stage, B);
      act(stage, C);
      stage.processBothWatermarks(new Watermark(MONDAY + 2));
      assertThat(seen(stage)).containsExactly("b: null [a]", "c: null [a, b]");
      act(stage, B);
      assertThat(seen(stage)).as("late, hence at once").hasSize(3);
    }
  }

  @Test
  void inEventTimeOrderTheResultDoesNotHangOnTheOrderOfArrival() throws Exception {
    AgentAction later = asked("x", "ann", "t", MONDAY + 9);
    AgentAction byX = called("c", "x", "t", MONDAY + 3);
    for (List<AgentAction> arrival : List.of(List.of(B, C, byX), List.of(byX, C, B))) {
      try (var stage = open(Ordering.EVENT_TIME, null)) {
        note(stage, later);
        for (AgentAction action : arrival) {
          act(stage, action);
        }
        note(stage, A);
        assertThat(seen(stage)).isEmpty();
        stage.processBothWatermarks(new Watermark(MONDAY + 5));
        assertThat(seen(stage)).containsExactly("b: ann [a]", "c: ann [a, b]", "c: null [x]");
      }
    }
  }

  @Test
  void aRestoreChangesNothing() throws Exception {
    for (Ordering ordering : Ordering.values()) {
      OperatorSubtaskState snapshot;
      try (var stage = open(ordering, null)) {
        note(stage, A);
        act(stage, C);
        stage.prepareSnapshotPreBarrier(1);
        snapshot = stage.snapshot(1, 1);
      }
      try (var stage = open(ordering, snapshot)) {
        act(stage, B);
        stage.processBothWatermarks(new Watermark(MONDAY + 2));
        assertThat(seen(stage)).containsExactly("b: ann [a]", "c: ann [a, b]");
      }
    }
  }

  @Test
  void aTraceIsForgottenADayAfterItsLastAction() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      note(stage, A);
      act(stage, B);
      stage.processBothWatermarks(new Watermark(MONDAY + DAY));
      stage.prepareSnapshotPreBarrier(1);
      assertThat(stage.numKeyedStateEntries()).isPositive();
      stage.processBothWatermarks(new Watermark(MONDAY + DAY + 1));
      assertThat(stage.numKeyedStateEntries()).isZero();
    }
  }

  private static void note(
      KeyedTwoInputStreamOperatorTestHarness<String, AgentAction, CallNote, RequestedAction> stage,
      AgentAction action)
      throws Exception {
    stage.processElement2(CallNote.of(action), action.timeMillis());
  }

  private static void act(
      KeyedTwoInputStreamOperatorTestHarness<String, AgentAction, CallNote, RequestedAction> stage,
      AgentAction action)
      throws Exception {
    stage.processElement1(action, action.timeMillis());
  }

  private static List<String> seen(
      KeyedTwoInputStreamOperatorTestHarness<String, AgentAction, CallNote, RequestedAction>
          stage) {
    return stage.extractOutputValues().stream()
        .map(
            out ->
                "%s: %s %s"
                    .formatted(
                        out.agentId(),
                        out.authority().requester() == null
                            ? null
                            : out.authority().requester().id(),
                        out.authority().chain()))
        .toList();
  }

  private static KeyedTwoInputStreamOperatorTestHarness<
          String, AgentAction, CallNote, RequestedAction>
      open(Ordering ordering, OperatorSubtaskState snapshot) throws Exception {
    var stage =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new DelegationStage(new StageSettings(ordering, DAY, 10)),
            AgentAction::traceId,
            CallNote::traceId,
            Types.STRING);
    if (snapshot != null) {
      stage.initializeState(snapshot);
    }
    stage.open();
    return stage;
  }
}
