package io.driftline.baseline;

import static io.driftline.baseline.SampleAction.MONDAY;
import static io.driftline.baseline.SampleAction.bare;
import static io.driftline.baseline.SampleAction.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.driftline.activity.AgentAction;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BaselineTest {

  private static final Duration HALF_LIFE = Duration.ofDays(14);
  private static final Offset<Double> NEARLY = within(1e-6);
  private static final long MAIL = Hash64.of("mail");
  private static final long CRM = Hash64.of("crm");

  private final Baseline baseline = new Baseline(BaselineSettings.defaults());

  @Test
  void knowsNothingAtFirst() {
    assertThat(baseline.maturity()).isZero();
    assertThat(baseline.actions()).isZero();
    assertThat(baseline.rateLevelAt(0)).isEqualTo(1);
    assertThat(baseline.counts(Dimension.SYSTEM).in(0)).isNull();
    assertThat(baseline.sessionRisk("s")).isEqualTo(SessionRisk.NONE);
  }

  @Test
  void countsEveryDimensionAndFadesByHalfLives() {
    learn(sample().system("mail"), Duration.ZERO);
    learn(sample().system("crm"), HALF_LIFE);

    double scale = baseline.scale(MONDAY.plus(HALF_LIFE).toEpochMilli());
    DecayedCounts systems = baseline.counts(Dimension.SYSTEM).in(0);
    assertThat(systems.count(systems.slotOf(MAIL), scale)).isEqualTo(0.5, NEARLY);
    assertThat(systems.count(systems.slotOf(CRM), scale)).isEqualTo(1, NEARLY);
  }

  @Test
  void learnsVolumePerActionOnlyWhereDataMoved() {
    learn(sample().bytes(null), Duration.ZERO);
    assertThat(baseline.bytesOf(sample().observe().actionKey())).isNull();

    learn(sample().bytes(0L), Duration.ZERO);
    learn(sample().bytes(99L), Duration.ZERO);
    assertThat(baseline.bytesOf(sample().observe().actionKey()).mean())
        .isEqualTo(Math.log(100) / 2, NEARLY);
  }

  @Test
  void learnsTheVolumeOfAllActionsTogether() {
    learn(sample().action("read").bytes(0L), Duration.ZERO);
    learn(sample().action("export").bytes(99L), Duration.ZERO);

    assertThat(baseline.bytesOf(Baseline.ALL_ACTIONS).mean()).isEqualTo(Math.log(100) / 2, NEARLY);
  }

  @Test
  void theRateLevelCountsTheLastTenMinutesOrSo() {
    for (int i = 0; i < 3; i++) {
      learn(sample(), Duration.ZERO);
    }

    // Three so far and this one; ten minutes later they have faded to 3 / e.
    assertThat(rateLevelAfter(Duration.ZERO)).isEqualTo(4, NEARLY);
    assertThat(rateLevelAfter(Duration.ofMinutes(10))).isEqualTo(3 / Math.E + 1, NEARLY);
    assertThat(rateLevelAfter(Duration.ofMinutes(-10))).isEqualTo(4, NEARLY);
  }

  @Test
  void theRateIsNotedOnceAMinute() {
    for (int second : new int[] {0, 30, 59, 60, 61}) {
      learn(sample(), Duration.ofSeconds(second));
    }

    // The first level is 1; at 60 s there are three that faded by 60, 30 and 1 s, and this one.
    double later = Math.exp(-60 / 600.0) + Math.exp(-30 / 600.0) + Math.exp(-1 / 600.0) + 1;
    double scale = baseline.scale(MONDAY.toEpochMilli());
    assertThat(baseline.rate().count(scale)).isEqualTo(2, within(1e-3));
    assertThat(baseline.rate().mean()).isEqualTo(Math.log(later) / 2, within(1e-3));
  }

  @Test
  void learnsPausesOfMoreThanTenMinutes() {
    assertThat(baseline.pauseBefore(0)).as("before the first action").isZero();
    for (int minute : new int[] {0, 10, 110, 120, 60, 130}) {
      learn(sample(), Duration.ofMinutes(minute));
    }

    double scale = baseline.scale(MONDAY.toEpochMilli());
    assertThat(baseline.pauses().count(scale)).isEqualTo(1, within(1e-2));
    assertThat(baseline.pauses().mean()).isEqualTo(Math.log(100), NEARLY);
    assertThat(baseline.pauseBefore(millisAfter(Duration.ofMinutes(155)))).isEqualTo(25 * 60_000);
    assertThat(baseline.pauseBefore(millisAfter(Duration.ofMinutes(5)))).as("late").isZero();
  }

  @Test
  void maturesWithActionsAndDays() {
    for (int i = 0; i < 100; i++) {
      learn(sample(), Duration.ZERO);
    }
    assertThat(baseline.maturity()).isZero();

    learn(sample(), Duration.ofHours(42));
    assertThat(baseline.maturity()).isEqualTo(0.25, NEARLY);

    learn(sample(), Duration.ofDays(30));
    assertThat(baseline.maturity()).isEqualTo(0.51, NEARLY);

    for (int i = 0; i < 100; i++) {
      learn(sample(), Duration.ofDays(30));
    }
    assertThat(baseline.maturity()).isEqualTo(1);
  }

  @Test
  void actionsMayComeOutOfOrder() {
    learn(sample(), Duration.ofDays(2));
    learn(sample(), Duration.ofDays(1));

    assertThat(baseline.firstSeen()).isEqualTo(millisAfter(Duration.ofDays(1)));
    assertThat(baseline.lastSeen()).isEqualTo(millisAfter(Duration.ofDays(2)));
    assertThat(baseline.actions()).isEqualTo(2);
  }

  @Test
  void movingTheLandmarkKeepsRatios() {
    Duration late = HALF_LIFE.multipliedBy(31);
    learn(sample().system("mail"), late.minusDays(1));
    learn(sample().system("mail"), late.minusDays(1));
    learn(sample().system("crm"), late.minusDays(1));
    Baseline moved = new Baseline(BaselineSettings.defaults());
    moved.learn(observe(sample(), Duration.ZERO));
    moved.learn(observe(sample().system("mail"), late.minusDays(1)));
    moved.learn(observe(sample().system("mail"), late.minusDays(1)));
    moved.learn(observe(sample().system("crm"), late.minusDays(1)));
    moved.learn(observe(sample().system("crm"), late));
    learn(sample().system("crm"), late);

    assertThat(moved.landmark).isGreaterThan(MONDAY.toEpochMilli());
    assertThat(tailMass(moved, MAIL, late)).isEqualTo(tailMass(baseline, MAIL, late), NEARLY);
    assertThat(tailMass(moved, CRM, late)).isEqualTo(tailMass(baseline, CRM, late), NEARLY);
  }

  @Test
  void aValueUnseenForLongerThanTheLookBackIsNewAgain() {
    learn(sample().system("crm"), Duration.ZERO);
    learn(sample().system("mail"), Duration.ofDays(180));
    assertThat(baseline.counts(Dimension.SYSTEM).in(0).slotOf(CRM)).isNotNegative();

    learn(sample().system("mail"), Duration.ofDays(181));
    assertThat(baseline.counts(Dimension.SYSTEM).in(0).slotOf(CRM)).isNegative();
  }

  @Test
  void shortHalfLivesNeverOverflowWithinADay() {
    Baseline hasty = new Baseline(new BaselineSettings(60_000, 180 * 86_400_000L, 128, 64, 16));
    for (int minute = 0; minute < 1_440; minute++) {
      hasty.learn(observe(sample(), Duration.ofMinutes(minute)));
    }

    assertThat(tailMass(hasty, MAIL, Duration.ofDays(1))).isBetween(0.0, 1.0);
    assertThat(hasty.rate().mean()).isFinite();
  }

  @Test
  void aWildClockNeverMakesNaN() {
    for (String time : new String[] {"2026-01-05T09:00:00Z", "9999-12-31T23:59:59Z"}) {
      baseline.learn(sample().at(Instant.parse(time)).observe());
    }
    for (int i = 0; i < 20; i++) {
      learn(sample().action("action-" + i), Duration.ofDays(i));
    }

    double tail = tailMass(baseline, MAIL, Duration.ofDays(20));
    assertThat(tail).isPositive().isLessThanOrEqualTo(1);
    assertThat(baseline.rate().deviation()).isFinite();
    assertThat(baseline.bytesOf(sample().action("action-1").observe().actionKey()).mean())
        .isFinite();
  }

  @Test
  void staysSmallWhateverTheAgentDoes() {
    for (int i = 0; i < 20_000; i++) {
      baseline.learn(
          sample()
              .eventId("event-" + i)
              .session("session-" + i)
              .system("system-" + i)
              .action("action-" + i % 100)
              .permission("permission-" + i)
              .resource("/folder-" + i + "/file")
              .requester("user-" + i)
              .after(Duration.ofSeconds(i))
              .observe());
      baseline.noteSessionRisk("session-" + i, new SessionRisk(1, new double[] {2}, "event-" + i));
    }

    assertThat(baseline.counts(Dimension.SYSTEM).in(0).distinct()).isEqualTo(128);
    assertThat(baseline.counts(Dimension.RESOURCE).contexts().size()).isEqualTo(64);
    assertThat(baseline.sessions.size()).isEqualTo(16);
    assertThat(new BaselineCodec(BaselineSettings.defaults()).encode(baseline))
        .hasSizeLessThan(64 * 1024);
  }

  @Test
  void staysBoundedUnderRandomActions() {
    SessionTracker tracker = new SessionTracker(TrackerSettings.defaults());
    for (AgentAction action :
        RandomActions.list(new SplittableRandom(5), 20_000, Duration.ofMinutes(2))) {
      baseline.learn(Observation.of(action, tracker.place(action)));
    }

    assertThat(new BaselineCodec(BaselineSettings.defaults()).encode(baseline))
        .hasSizeLessThan(128 * 1024);
  }

  @Test
  void recallsTheRiskOfRecentSessions() {
    baseline.noteSessionRisk("a", new SessionRisk(3, new double[] {7}, "event-1"));

    assertThat(baseline.sessionRisk("a"))
        .isEqualTo(new SessionRisk(3, new double[] {7}, "event-1"));
    assertThat(baseline.sessionRisk("b")).isEqualTo(SessionRisk.NONE);
  }

  @Test
  void learnsFromAnActionThatSaysNextToNothing() {
    baseline.learn(bare().observe());

    assertThat(tailMass(baseline, Hash64.of("crm"), Duration.ZERO)).isEqualTo(0.5, NEARLY);
  }

  @Test
  void settingsAndRisksMustMakeSense() {
    DoubleStream.of(Double.NaN, -1)
        .forEach(
            bits -> {
              assertThatIllegalArgumentException()
                  .isThrownBy(() -> new SessionRisk(bits, new double[] {0}, "e"));
              assertThatIllegalArgumentException()
                  .isThrownBy(() -> new SessionRisk(0, new double[] {bits}, "e"));
            });
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BaselineSettings(1, 1, 1, 0, 1))
        .withMessage("maxContexts must be positive, was 0");
  }

  private void learn(SampleAction action, Duration after) {
    baseline.learn(observe(action, after));
  }

  private static Observation observe(SampleAction action, Duration after) {
    return action.after(after).observe();
  }

  private double rateLevelAfter(Duration after) {
    return baseline.rateLevelAt(millisAfter(after));
  }

  private static double tailMass(Baseline baseline, long system, Duration after) {
    double scale = baseline.scale(millisAfter(after));
    return baseline.counts(Dimension.SYSTEM).in(0).tailMass(system, scale);
  }

  private static long millisAfter(Duration after) {
    return MONDAY.plus(after).toEpochMilli();
  }
}
