package io.driftline.baseline;

import static io.driftline.baseline.SampleAction.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.driftline.activity.AgentAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SessionTrackerTest {

  private static final TrackerSettings SETTINGS = new TrackerSettings(30 * 60_000L, 3, 64);

  private final SessionTracker tracker = new SessionTracker(SETTINGS);

  @Test
  void anEventCountsOnce() {
    assertThat(tracker.isNew(sample().eventId("a").build())).isTrue();
    assertThat(tracker.isNew(sample().eventId("a").build())).isFalse();
    assertThat(tracker.isNew(sample().eventId("b").build())).isTrue();
  }

  @Test
  void aSessionIsWhatTheEventSays() {
    assertThat(place("s-1", 0).sessionId()).isEqualTo("s-1");
    assertThat(place("s-2", 0).sessionId()).isEqualTo("s-2");
  }

  @Test
  void recallsTheLatestSixStepsOfTheSession() {
    List<Long> steps = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      AgentAction action = sample().action("action-" + i).build();
      assertThat(tracker.place(action).recentSteps())
          .containsExactly(steps.stream().limit(6).toArray(Long[]::new));
      steps.add(0, Observation.stepKeyOf(action));
      tracker.place(sample().session("other").build());
    }
  }

  @Test
  void tellsWhenTheSessionFirstTurnsToASystem() {
    assertThat(enters("mail")).isTrue();
    assertThat(enters("crm")).isTrue();
    assertThat(enters("mail")).isFalse();
    assertThat(tracker.place(sample().session("other").system("mail").build()).entersSystem())
        .isTrue();
    assertThat(
            SessionTracker.fromBytes(tracker.toBytes(), SETTINGS).place(in("crm")).entersSystem())
        .isFalse();
  }

  @Test
  void afterSixteenSystemsNoneCountsAsNew() {
    for (int i = 0; i < 16; i++) {
      assertThat(enters("system-" + i)).isTrue();
    }
    assertThat(enters("one more")).isFalse();
  }

  private boolean enters(String system) {
    return tracker.place(in(system)).entersSystem();
  }

  private static AgentAction in(String system) {
    return sample().session("s").system(system).build();
  }

  @Test
  void withoutAnIdAPauseOverTheGapEndsTheSession() {
    String first = place(null, 0).sessionId();

    assertThat(place(null, 30).sessionId()).isEqualTo(first);
    assertThat(place(null, 60).sessionId()).isEqualTo(first);
    assertThat(place(null, 91).sessionId()).isNotEqualTo(first);
  }

  @Test
  void aLateActionBelongsToTheRunningSessionAndDoesNotShortenIt() {
    String first = place(null, 60).sessionId();

    assertThat(place(null, 10).sessionId()).isEqualTo(first);
    assertThat(place(null, 90).sessionId()).isEqualTo(first);
  }

  @Test
  void namedSessionsDoNotKeepAnUnnamedOneAlive() {
    String first = place(null, 0).sessionId();
    place("s-1", 25);

    assertThat(place(null, 50).sessionId()).isNotEqualTo(first);
  }

  @Test
  void followsOnlySoManySessions() {
    for (String session : List.of("a", "b", "c", "a", "d")) {
      place(session, 0);
    }

    assertThat(place("a", 0).recentSteps()).as("the same step twice").hasSize(1);
    assertThat(place("b", 0).recentSteps()).isEmpty();
  }

  @Test
  void aRepeatedStepIsKeptOnceAndIsTheLatest() {
    AgentAction read = sample().session("s").build();
    AgentAction list = sample().session("s").action("list_mail").build();
    tracker.place(read);
    tracker.place(list);
    tracker.place(read);

    assertThat(tracker.place(list).recentSteps())
        .containsExactly(Observation.stepKeyOf(read), Observation.stepKeyOf(list));
  }

  @Test
  void remembersTheLatestTime() {
    assertThat(tracker.lastSeen()).isEqualTo(Long.MIN_VALUE);
    place("s", 5);
    place("s", 3);

    assertThat(tracker.lastSeen())
        .isEqualTo(SampleAction.MONDAY.plus(Duration.ofMinutes(5)).toEpochMilli());
  }

  @Test
  void aReplayGivesTheSameSessionsAndState() {
    SessionTracker replay = new SessionTracker(SETTINGS);
    for (AgentAction action : actions()) {
      assertThat(tracker.isNew(action)).isEqualTo(replay.isNew(action));
      assertSame(tracker.place(action), replay.place(action));
    }
    assertThat(replay.toBytes()).isEqualTo(tracker.toBytes());
  }

  @Test
  void goesOnAfterARestoreAsIfNothingHadHappened() {
    SessionTracker restored = new SessionTracker(SETTINGS);
    for (AgentAction action : actions()) {
      restored = SessionTracker.fromBytes(restored.toBytes(), SETTINGS);
      assertThat(restored.isNew(action)).isEqualTo(tracker.isNew(action));
      assertSame(restored.place(action), tracker.place(action));
    }
    assertThat(restored.toBytes()).isEqualTo(tracker.toBytes());
  }

  @Test
  void followsFewerSessionsWhenTheSettingShrinks() {
    for (String session : List.of("a", "b", "c")) {
      place(session, 0);
    }
    SessionTracker one = SessionTracker.fromBytes(tracker.toBytes(), new TrackerSettings(1, 1, 64));
    one.place(sample().session("d").build());

    assertThat(one.place(sample().session("c").build()).recentSteps()).isEmpty();
  }

  @Test
  void refusesDamagedState() {
    actions().forEach(tracker::place);
    Damage.refusesEveryTruncation(
        tracker.toBytes(), bytes -> SessionTracker.fromBytes(bytes, SETTINGS));
    Damage.refusesVersion(
        tracker.toBytes(),
        "session state",
        1,
        2,
        bytes -> SessionTracker.fromBytes(bytes, SETTINGS));
    Damage.survivesFlippedBits(
        tracker.toBytes(), bytes -> SessionTracker.fromBytes(bytes, SETTINGS));
  }

  @Test
  void settingsMustMakeSense() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TrackerSettings(0, 1, 8));
    assertThatIllegalArgumentException().isThrownBy(() -> new TrackerSettings(1, 0, 8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrackerSettings(1, 1, 100))
        .withMessageContaining("power of two");
  }

  private SessionContext place(String session, int minute) {
    return tracker.place(
        sample()
            .eventId("event-" + minute)
            .session(session)
            .after(Duration.ofMinutes(minute))
            .build());
  }

  private static List<AgentAction> actions() {
    return RandomActions.list(new SplittableRandom(3), 200, Duration.ofMinutes(12));
  }

  private static void assertSame(SessionContext one, SessionContext other) {
    assertThat(one.sessionId()).isEqualTo(other.sessionId());
    assertThat(one.recentSteps()).isEqualTo(other.recentSteps());
  }
}
