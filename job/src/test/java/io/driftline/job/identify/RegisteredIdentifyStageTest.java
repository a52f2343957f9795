package io.driftline.job.identify;

import static io.driftline.job.TestActions.MONDAY;
import static io.driftline.job.TestActions.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentKind;
import io.driftline.baseline.SessionTracker;
import io.driftline.baseline.TrackerSettings;
import io.driftline.feature.SensitivityTable;
import io.driftline.job.authority.RequestedAction;
import io.driftline.job.state.Ordering;
import io.driftline.job.state.StageSettings;
import io.driftline.posture.BlastRadius;
import io.driftline.posture.Standing;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.Right;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class RegisteredIdentifyStageTest {

  private static final long EXPIRY = Duration.ofDays(30).toMillis();

  @Test
  void anActionMeetsTheRecordThatHeldAtItsTimeWhateverCameFirst() throws Exception {
    try (var stage = open(null)) {
      stage.processElement2(registered("ops", MONDAY + 20), MONDAY + 20);
      stage.processElement2(registered("sales", MONDAY + 10), MONDAY + 10);
      act(stage, "e0", MONDAY + 9);
      act(stage, "e1", MONDAY + 10);
      act(stage, "e2", MONDAY + 20);

      assertThat(cohorts(stage))
          .containsExactly("personal/unknown", "personal/sales", "personal/ops");
    }
  }

  @Test
  void theStandingIsWhatTheGrantsReach() throws Exception {
    try (var stage = open(null)) {
      stage.processElement2(registered("sales", MONDAY), MONDAY);
      act(stage, "e1", MONDAY + 1);

      Standing standing = stage.extractOutputValues().get(0).standing();
      assertThat(standing.kind()).isEqualTo(AgentKind.PERSONAL);
      assertThat(standing.radius()).isEqualTo(new BlastRadius(1, 1));
    }
  }

  @Test
  void aRemovalTakesEffectAtItsTime() throws Exception {
    try (var stage = open(null)) {
      stage.processElement2(registered("sales", MONDAY), MONDAY);
      RegistryChange removal =
          RegistryChange.removal(RegistryChange.Subject.AGENT, "a", MONDAY + 5);
      stage.processElement2(removal, MONDAY + 5);
      act(stage, "e1", MONDAY + 4);
      act(stage, "e2", MONDAY + 5);

      assertThat(cohorts(stage)).containsExactly("personal/sales", "personal/unknown");
    }
  }

  @Test
  void whatIsRegisteredOutlivesSilenceAndRestores() throws Exception {
    OperatorSubtaskState snapshot;
    try (var stage = open(null)) {
      stage.processElement2(registered("sales", MONDAY), MONDAY);
      stage.processBothWatermarks(new Watermark(MONDAY + 5 * EXPIRY));
      stage.prepareSnapshotPreBarrier(1);
      snapshot = stage.snapshot(1, 1);
    }
    try (var restored = open(snapshot)) {
      act(restored, "e1", MONDAY + 5 * EXPIRY);

      assertThat(cohorts(restored)).containsExactly("personal/sales");
    }
  }

  @Test
  void stateOfAnEarlierReleaseIsRead() {
    TrackerSettings settings = TrackerSettings.defaults();
    SessionTracker tracker = new SessionTracker(settings);
    tracker.isNew(read("a", "e", MONDAY));
    tracker.place(read("a", "e", MONDAY));

    KnownAgent agent = new KnownAgent.Stored(settings).decode(tracker.toBytes());

    assertThat(agent.tracker().lastSeen()).isEqualTo(MONDAY);
    assertThat(agent.registered().isEmpty()).isTrue();
  }

  private static RegistryChange registered(String purpose, long time) {
    Grant grant = new Grant(new Right("mail", "*"), Instant.ofEpochMilli(MONDAY), null, null);
    Instant gone = Instant.ofEpochMilli(MONDAY);
    Grant expired = new Grant(new Right("vault", "*"), gone, gone, null);
    return RegistryChange.agent(
        new AgentRecord(
            "a",
            AgentKind.PERSONAL,
            "alice",
            null,
            purpose,
            null,
            null,
            null,
            List.of(grant, expired),
            null),
        time);
  }

  private static void act(
      KeyedTwoInputStreamOperatorTestHarness<
              String, RequestedAction, RegistryChange, IdentifiedAction>
          stage,
      String event,
      long time)
      throws Exception {
    stage.processElement1(RequestedAction.unjudged(read("a", event, time)), time);
  }

  private static List<String> cohorts(
      KeyedTwoInputStreamOperatorTestHarness<
              String, RequestedAction, RegistryChange, IdentifiedAction>
          stage) {
    return stage.extractOutputValues().stream().map(IdentifiedAction::cohort).toList();
  }

  private static KeyedTwoInputStreamOperatorTestHarness<
          String, RequestedAction, RegistryChange, IdentifiedAction>
      open(OperatorSubtaskState state) throws Exception {
    var stage =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new IdentifyStage.Registered(
                new StageSettings(Ordering.ARRIVAL, EXPIRY, 2),
                TrackerSettings.defaults(),
                Cohorts.of(List.of()),
                Integer.MAX_VALUE,
                SensitivityTable.shipped()),
            RequestedAction::agentId,
            RegistryChange::id,
            Types.STRING);
    if (state != null) {
      stage.initializeState(state);
    }
    stage.open();
    return stage;
  }
}
