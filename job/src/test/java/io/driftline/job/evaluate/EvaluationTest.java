package io.driftline.job.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static final Offset<Double> EXACT = within(1e-12);

  private static final Labels LABELS =
      Labels.of(
          List.of(
              new SessionLabel("warm", "a", Phase.BASELINE, false, Set.of(), null),
              new SessionLabel("calm", "a", Phase.TEST, false, Set.of(), null),
              new SessionLabel("busy", "a", Phase.TEST, false, Set.of(), null),
              new SessionLabel("hit", "a", Phase.TEST, true, Set.of("h2", "h3"), "theft"),
              new SessionLabel("gone", "a", Phase.TEST, true, Set.of("g1"), "theft")));

  private static final List<ScoredEvent> EVENTS =
      List.of(
          event("w1", "warm", 99, true),
          event("c1", "calm", 10, false),
          event("h1", "hit", 20, true),
          event("h2", "hit", 40, false),
          event("b1", "busy", 50, true),
          event("h3", "hit", 80, true),
          event("c2", "calm", 30, false),
          event("x1", "unknown", 100, true));

  private static final EvaluationResult RESULT = Evaluation.of(EVENTS, LABELS);

  @Test
  void countsEventsAlertsAndWhatTheLabelsLeaveOpen() {
    assertThat(RESULT.events()).isEqualTo(8);
    assertThat(RESULT.alerts()).isEqualTo(5);
    assertThat(RESULT.alertsPerThousandEvents()).hasValue(625);
    assertThat(RESULT.unlabelledEvents()).isEqualTo(1);
    assertThat(RESULT.unscoredMalicious()).isEqualTo(1);
    assertThat(RESULT.isLabelled()).isTrue();
  }

  @Test
  void ranksEventsOfTheTestPhaseOnly() {
    // From the top: h3+ b1− h2+ c2− h1− c1−; h3 beats 4 of 4, h2 beats 3 of 4.
    assertThat(RESULT.event().rocAuc()).hasValueCloseTo(7.0 / 8, EXACT);
    assertThat(RESULT.event().averagePrecision()).hasValueCloseTo((1 + 2.0 / 3) / 2, EXACT);
    assertThat(RESULT.event().recallAtFpr1()).hasValue(0.5);
    assertThat(RESULT.event().recallAtFpr5()).hasValue(0.5);
  }

  @Test
  void ranksSessionsByTheirHighestScore() {
    // hit 80+, busy 50−, calm 30−; gone has no scored event.
    assertThat(RESULT.session().rocAuc()).hasValue(1);
    assertThat(RESULT.session().averagePrecision()).hasValue(1);
    assertThat(RESULT.session().recallAtFpr1()).hasValue(1);
  }

  @Test
  void judgesTheAlertsOfTheTestPhase() {
    assertThat(RESULT.testAlerts()).isEqualTo(new AlertQuality(6, 2, 3, 1));
    assertThat(RESULT.testAlerts().precision()).hasValueCloseTo(1.0 / 3, EXACT);
  }

  @Test
  void countsTheMaliciousActionsUntilTheFirstAlertThatIsNoFalseAlarm() {
    AttackDetection attacks = RESULT.attacks();
    assertThat(attacks.hijackedSessions()).isEqualTo(2);
    assertThat(attacks.sessionsFound()).isEqualTo(1);
    assertThat(attacks.medianActionsToAlert()).hasValue(2);
    assertThat(attacks.shareFound()).hasValue(0.5);
  }

  @Test
  void countsAllEventsOfTheSessionFromTheFirstMaliciousActionToTheAlert() {
    Labels one =
        Labels.of(List.of(new SessionLabel("s1", "a", Phase.TEST, true, Set.of("e2", "e4"), null)));
    List<ScoredEvent> events =
        List.of(
            event("e1", "s1", 1, false),
            event("e2", "s1", 1, false),
            event("e3", "s1", 1, false),
            event("x1", "other", 1, false),
            event("e4", "s1", 1, false),
            event("e5", "s1", 1, true),
            event("e6", "s1", 1, true));
    AttackDetection attacks = Evaluation.of(events, one).attacks();
    assertThat(attacks.medianEventsToAlert()).hasValue(3);
    assertThat(attacks.medianActionsToAlert()).hasValue(2);
  }

  @Test
  void anAlertOnTheFirstMaliciousActionHasNoDelay() {
    assertThat(Evaluation.of(EVENTS, LABELS).attacks().medianEventsToAlert()).hasValue(1);
    SessionLabel label = new SessionLabel("s1", "a", Phase.TEST, true, Set.of("e1"), null);
    assertThat(
            Evaluation.of(List.of(event("e1", "s1", 1, true)), Labels.of(List.of(label)))
                .attacks()
                .medianEventsToAlert())
        .hasValue(0);
  }

  @Test
  void afterWarmUpIsTheTestPhase() {
    // Six events of the test phase, three alerts among them.
    assertThat(RESULT.alertsPerThousandAfterWarmUp()).hasValue(500);
  }

  @Test
  void afterWarmUpIsTheLaterHalfWhereNothingIsLabelled() {
    // b1, h3, c2 and x1: three alerts; of an odd number the later half has one more.
    assertThat(Evaluation.of(EVENTS, Labels.none()).alertsPerThousandAfterWarmUp()).hasValue(750);
    assertThat(Evaluation.of(EVENTS.subList(0, 3), Labels.none()).alertsPerThousandAfterWarmUp())
        .hasValue(500);
    assertThat(Evaluation.of(List.of(), Labels.none()).alertsPerThousandAfterWarmUp()).isEmpty();
  }

  @Test
  void talliesWhatWasFoundAndMissedByKind() {
    assertThat(RESULT.attacks().kinds()).containsExactly(new AttackTally("theft", 2, 1));
    assertThat(RESULT.attacks().kinds().get(0).missed()).isEqualTo(1);
  }

  @Test
  void medianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
    Labels two =
        Labels.of(
            List.of(
                new SessionLabel("s1", "a", Phase.TEST, true, Set.of("e1"), null),
                new SessionLabel("s2", "a", Phase.TEST, true, Set.of("e2", "e3"), null)));
    List<ScoredEvent> events =
        List.of(
            event("e1", "s1", 1, true),
            event("e2", "s2", 1, false),
            event("e3", "s2", 1, false),
            event("e4", "s2", 1, true));
    assertThat(Evaluation.of(events, two).attacks().medianActionsToAlert()).hasValue(1.5);
  }

  @Test
  void aHijackWithoutKnownActionsIsFoundByAnyAlertButHasNoDelay() {
    SessionLabel hijack = new SessionLabel("s1", "a", Phase.TEST, true, Set.of(), null);
    AttackDetection attacks =
        Evaluation.of(List.of(event("e1", "s1", 1, true)), Labels.of(List.of(hijack))).attacks();
    assertThat(attacks.sessionsFound()).isEqualTo(1);
    assertThat(attacks.medianActionsToAlert()).isEmpty();
  }

  @Test
  void anAgentWithoutSessionsIsMeasuredByEventsOnly() {
    SessionLabel label = new SessionLabel(null, "a", Phase.TEST, true, Set.of("e2"), "abuse");
    List<ScoredEvent> events =
        List.of(
            event("e1", null, 1, false), event("e2", null, 2, true), event("e3", null, 3, true));
    EvaluationResult result = Evaluation.of(events, Labels.of(List.of(label)));
    assertThat(result.event().rocAuc()).hasValue(0.5);
    assertThat(result.session().rocAuc()).isEmpty();
    assertThat(result.attacks().hijackedSessions()).isZero();
    assertThat(result.attacks().kinds()).containsExactly(new AttackTally("abuse", 1, 1));
  }

  @Test
  void anAttackWithoutSessionIsFoundOnlyByAnAlertOnAMaliciousAction() {
    SessionLabel label = new SessionLabel(null, "a", Phase.TEST, true, Set.of("e1"), "abuse");
    List<ScoredEvent> events = List.of(event("e1", null, 1, false), event("e2", null, 9, true));
    assertThat(Evaluation.of(events, Labels.of(List.of(label))).attacks().kinds())
        .containsExactly(new AttackTally("abuse", 1, 0));
  }

  @Test
  void onlyCountsWithoutLabels() {
    EvaluationResult result = Evaluation.of(EVENTS, Labels.none());
    assertThat(result.alerts()).isEqualTo(5);
    assertThat(result.isLabelled()).isFalse();
    assertThat(result.event().rocAuc()).isEmpty();
    assertThat(result.session().averagePrecision()).isEmpty();
    assertThat(result.testAlerts().precision()).isEmpty();
  }

  @Test
  void nothingComesOfNothing() {
    assertThat(Evaluation.of(List.of(), LABELS).alertsPerThousandEvents()).isEmpty();
  }

  private static ScoredEvent event(String id, String session, double score, boolean alert) {
    return new ScoredEvent(id, "a", session, score, alert);
  }
}
