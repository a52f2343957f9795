package io.driftline.job.authority;

import static io.driftline.job.TestActions.MONDAY;
import static io.driftline.job.authority.Deeds.CRM_READ;
import static io.driftline.job.authority.Deeds.asked;
import static io.driftline.job.authority.Deeds.departed;
import static io.driftline.job.authority.Deeds.entitled;
import static io.driftline.registry.AuthorityVerdict.ENTITLED;
import static io.driftline.registry.AuthorityVerdict.NOT_ENTITLED;
import static io.driftline.registry.AuthorityVerdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import io.driftline.posture.Accusation;
import io.driftline.posture.Call;
import io.driftline.posture.PostureRule;
import io.driftline.registry.AuthorityVerdict;
import io.driftline.registry.RegistryChange;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class AuthorityStageTest {

  private static final long DAY = 86_400_000L;
  private static final PrincipalKeys KEYS = new PrincipalKeys(4);

  @Test
  void inArrivalOrderAnActionGoesOnAtOnceWithWhatIsKnown() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      ask(stage, asked("bot", "eve", null, MONDAY));
      say(stage, entitled("eve", 0));
      ask(stage, asked("bot", "eve", null, MONDAY + 1));
      say(stage, entitled("eve", 0, CRM_READ));
      ask(stage, asked("bot", "eve", null, MONDAY + 2));
      assertThat(verdicts(stage)).containsExactly(UNKNOWN, NOT_ENTITLED, ENTITLED);
      stage.processBothWatermarks(new Watermark(MONDAY + 2));
      assertThat(accusations(stage)).isEmpty();
    }
  }

  @Test
  void anAccusationWaitsForTheWatermarkOfBothInputs() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      say(stage, entitled("eve", 0));
      ask(stage, asked("bot", "eve", null, MONDAY));
      stage.processWatermark1(new Watermark(MONDAY));
      stage.processWatermark2(new Watermark(MONDAY - 1));
      assertThat(accusations(stage)).isEmpty();
      stage.processWatermark2(new Watermark(MONDAY));
      assertThat(accusations(stage))
          .singleElement()
          .satisfies(each -> assertThat(each.rule()).isEqualTo(PostureRule.AUTHORITY_BYPASS))
          .satisfies(each -> assertThat(each.eventId()).isEqualTo("bot@" + MONDAY));
    }
  }

  @Test
  void aLateChangeTakesBackWhatWasTold() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      say(stage, departed("eve", 0));
      ask(stage, asked("bot", "eve", null, MONDAY));
      stage.processBothWatermarks(new Watermark(MONDAY + 1));
      say(stage, entitled("eve", MONDAY, CRM_READ));
      assertThat(accusations(stage)).extracting(Accusation::withdrawn).containsExactly(false, true);
    }
  }

  @Test
  void inEventTimeOrderAnActionMeetsWhatHoldsAtItsTime() throws Exception {
    AgentAction first = asked("bot", "eve", null, MONDAY);
    AgentAction second = asked("bot", "eve", null, MONDAY + 1);
    for (List<AgentAction> arrival : List.of(List.of(first, second), List.of(second, first))) {
      try (var stage = open(Ordering.EVENT_TIME, null)) {
        for (AgentAction action : arrival) {
          ask(stage, action);
        }
        say(stage, entitled("eve", MONDAY + 1, CRM_READ));
        say(stage, entitled("eve", 0));
        stage.processWatermark1(new Watermark(MONDAY + 1));
        assertThat(verdicts(stage)).isEmpty();
        stage.processWatermark2(new Watermark(MONDAY + 1));
        assertThat(verdicts(stage)).containsExactly(NOT_ENTITLED, ENTITLED);
        assertThat(accusations(stage)).extracting(Accusation::time).containsExactly(MONDAY);
      }
    }
  }

  @Test
  void aRestoreChangesNothing() throws Exception {
    for (Ordering ordering : Ordering.values()) {
      OperatorSubtaskState snapshot;
      try (var stage = open(ordering, null)) {
        say(stage, entitled("eve", 0));
        ask(stage, asked("bot", "eve", null, MONDAY));
        assertThat(accusations(stage)).isEmpty();
        stage.prepareSnapshotPreBarrier(1);
        snapshot = stage.snapshot(1, 1);
      }
      try (var stage = open(ordering, snapshot)) {
        ask(stage, asked("bot", "eve", null, MONDAY + 1));
        stage.processBothWatermarks(new Watermark(MONDAY + 1));
        assertThat(accusations(stage))
            .as(ordering.code())
            .extracting(Accusation::time)
            .containsExactly(MONDAY, MONDAY + 1);
      }
    }
  }

  @Test
  void aQuestionAboutACallerAccusesItAndIsNotPassedOn() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      say(stage, Deeds.granted("helper", 0));
      AgentAction action = Deeds.called("bot", "helper", null, MONDAY);
      stage.processElement1(
          new AuthorityQuestion(new RequestedAction(action, Call.of(action).authority()), "helper"),
          MONDAY);
      stage.processBothWatermarks(new Watermark(MONDAY));
      assertThat(verdicts(stage)).isEmpty();
      assertThat(accusations(stage))
          .singleElement()
          .satisfies(each -> assertThat(each.rule()).isEqualTo(PostureRule.WIDENED_CHAIN))
          .satisfies(each -> assertThat(each.agentId()).isEqualTo("bot"))
          .satisfies(each -> assertThat(each.subject().through()).isEqualTo("helper"));
    }
  }

  @Test
  void anOrdinaryUseSetsNoTimer() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      say(stage, entitled("eve", 0, CRM_READ));
      int timers = stage.numEventTimeTimers();
      for (int i = 0; i < 100; i++) {
        ask(stage, asked("bot", "eve", null, MONDAY + i));
      }
      assertThat(stage.numEventTimeTimers()).isEqualTo(timers);
    }
  }

  @Test
  void whatTheRegistrySaidLongAgoIsKeptUntilItSaysThatThereIsNothing() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      say(stage, entitled("eve", MONDAY - 900 * DAY, CRM_READ));
      stage.processBothWatermarks(new Watermark(MONDAY - 1));
      ask(stage, asked("bot", "eve", null, MONDAY));
      assertThat(verdicts(stage)).containsExactly(ENTITLED);
      say(stage, RegistryChange.removal(RegistryChange.Subject.USER, "eve", MONDAY + 1));
      stage.processBothWatermarks(new Watermark(MONDAY + 90 * DAY));
      assertThat(stage.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void theEndOfBoundedInputEndsTheWatch() throws Exception {
    try (var stage = open(Ordering.ARRIVAL, null)) {
      say(stage, entitled("eve", 0));
      ask(stage, asked("bot", "eve", null, MONDAY));
      stage.processBothWatermarks(Watermark.MAX_WATERMARK);
      assertThat(accusations(stage)).hasSize(1);
      assertThat(stage.numEventTimeTimers()).isZero();
    }
  }

  /** Says it for all agents that may ask, as the flow does. */
  private static void say(
      KeyedTwoInputStreamOperatorTestHarness<
              String, AuthorityQuestion, RegistryCopy, RequestedAction>
          stage,
      RegistryChange change)
      throws Exception {
    for (RegistryCopy copy : KEYS.copies(change).toList()) {
      stage.processElement2(copy, change.time());
    }
  }

  private static void ask(
      KeyedTwoInputStreamOperatorTestHarness<
              String, AuthorityQuestion, RegistryCopy, RequestedAction>
          stage,
      AgentAction action)
      throws Exception {
    RequestedAction requested = new RequestedAction(action, Call.of(action).authority());
    stage.processElement1(new AuthorityQuestion(requested, null), action.timeMillis());
  }

  private static List<AuthorityVerdict> verdicts(
      KeyedTwoInputStreamOperatorTestHarness<?, ?, ?, RequestedAction> stage) {
    return stage.extractOutputValues().stream().map(out -> out.authority().verdict()).toList();
  }

  private static List<Accusation> accusations(
      KeyedTwoInputStreamOperatorTestHarness<?, ?, ?, RequestedAction> stage) {
    Queue<StreamRecord<Accusation>> told = stage.getSideOutput(AuthorityStage.ACCUSATIONS);
    return told == null ? List.of() : told.stream().map(StreamRecord::getValue).toList();
  }

  private static KeyedTwoInputStreamOperatorTestHarness<
          String, AuthorityQuestion, RegistryCopy, RequestedAction>
      open(Ordering ordering, OperatorSubtaskState snapshot) throws Exception {
    var stage =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new AuthorityStage(new StageSettings(ordering, 30 * DAY, 10)),
            KEYS::of,
            RegistryCopy::key,
            Types.STRING);
    if (snapshot != null) {
      stage.initializeState(snapshot);
    }
    stage.open();
    return stage;
  }
}
