package io.driftline.incident;

import static io.driftline.incident.IncidentChange.CLOSED;
import static io.driftline.incident.IncidentChange.OPENED;
import static io.driftline.incident.IncidentChange.UPDATED;
import static io.driftline.incident.Raised.DAY;
import static io.driftline.incident.Raised.HOUR;
import static io.driftline.incident.Raised.MONDAY;
import static io.driftline.incident.Raised.anomaly;
import static io.driftline.incident.Raised.at;
import static io.driftline.incident.Raised.drift;
import static io.driftline.incident.Raised.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.posture.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentLedgerTest {

  private final IncidentLedger ledger = new IncidentLedger(IncidentSettings.defaults());
  private final List<Incident> told = new ArrayList<>();
  private final List<HiddenSignal> hidden = new ArrayList<>();

  @Test
  void aTakeoverIsOneIncident() {
    for (int i = 0; i < 200; i++) {
      tell(anomaly("a" + i, i * 0.1, "s1").on("system" + i % 20).score(75 + i % 25));
    }
    assertThat(told.get(0).change()).isEqualTo(OPENED);
    assertThat(told).extracting(Incident::id).containsOnly(told.get(0).id());
    assertThat(told.subList(1, told.size()))
        .hasSizeLessThan(12)
        .allMatch(incident -> incident.change() == UPDATED);
    Incident closed = wake(at(20) + 4 * HOUR).get(0);
    assertThat(closed.counts()).isEqualTo(new SignalCounts(200, 0, 0));
    assertThat(closed.signals()).hasSize(20).extracting(Signal::id).startsWith("a0");
    assertThat(closed.systems()).hasSize(16).startsWith("system0");
  }

  @Test
  void closesWhenItHasBeenQuietForFourHours() {
    tell(anomaly("a1", 0, "s1"));
    tell(anomaly("a2", 10, "s1"));
    assertThat(ledger.nextWake()).isEqualTo(at(10) + 4 * HOUR);
    assertThat(wake(at(10) + 4 * HOUR - 1)).isEmpty();

    Incident closed = wake(at(10) + 4 * HOUR).get(0);

    assertThat(closed.change()).isEqualTo(CLOSED);
    assertThat(closed.closing()).isEqualTo(ClosingReason.QUIET);
    assertThat(closed.time()).isEqualTo(at(10) + 4 * HOUR);
    assertThat(closed.counts().anomalies()).isEqualTo(2);
    assertThat(closed.number()).isEqualTo(2);
    assertThat(ledger.hasOpen()).isFalse();
    assertThat(ledger.nextWake()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aSecondAndAThirdSignalAreNoNewsAndAFourthIs() {
    for (int i = 0; i < 4; i++) {
      tell(anomaly("a" + i, i, "s1"));
    }
    assertThat(told).extracting(Incident::number).containsExactly(1, 2);
    assertThat(told.get(1).counts().total()).isEqualTo(4);
  }

  @Test
  void whatMakesItWorseIsToldAtOnce() {
    tell(anomaly("a1", 0, "s1"));
    tell(anomaly("a2", 0.1, "s1").severity(Severity.HIGH));
    assertThat(told).extracting(Incident::severity).containsExactly(Severity.MEDIUM, Severity.HIGH);
  }

  @Test
  void anotherSystemIsToldAfterAPause() {
    tell(anomaly("a1", 0, "s1"));
    tell(anomaly("a2", 14.9, "s1").on("mail"));
    assertThat(told).hasSize(1);
    tell(anomaly("a3", 15, "s1"));
    assertThat(told).hasSize(2);
    assertThat(told.get(1).systems()).containsExactly("crm", "mail");
  }

  @Test
  void mildSignalsCallNobodyAndJoin() {
    tell(finding("f1", 0).severity(Severity.LOW).weight(0));
    assertThat(ledger.hasOpen()).isFalse();
    tell(anomaly("a1", 0, "s1").severity(Severity.LOW));
    assertThat(told).isEmpty();
    tell(anomaly("a2", 1, "s1").severity(Severity.HIGH));
    tell(anomaly("a3", 2, "s1").severity(Severity.LOW));
    assertThat(wake(at(300)).get(0).counts().total()).isEqualTo(3);
  }

  @Test
  void aMildSignalReopensNothing() {
    tell(anomaly("a1", 0, "s1"));
    wake(at(240));
    tell(anomaly("a2", 300, "s1").severity(Severity.LOW));
    assertThat(told).extracting(Incident::change).containsExactly(OPENED, CLOSED);
  }

  @Test
  void oneOrdinaryAnomalyCallsNobodyAndASecondOfItsSessionDoes() {
    tell(anomaly("a1", 0, "s1").weight(0.5));
    assertThat(told).isEmpty();
    assertThat(ledger.hasOpen()).isTrue();
    tell(anomaly("a2", 30, "s1").weight(0.5).code("hour_rarity"));
    assertThat(told).extracting(Incident::change).containsExactly(OPENED);
    assertThat(told.get(0).counts().anomalies()).isEqualTo(2);
    assertThat(told.get(0).firstSeen()).isEqualTo(at(0));
    assertThat(hidden).isEmpty();
  }

  @Test
  void whatNeverBecameEvidentIsForgottenWithoutAWord() {
    tell(anomaly("a1", 0, "s1").weight(0.5));
    assertThat(wake(at(240))).isEmpty();
    tell(anomaly("a2", 250, "s1").weight(0.5));
    assertThat(told).isEmpty();
  }

  @Test
  void whileTheBaselineWarmsUpItTakesFive() {
    for (int i = 0; i < 5; i++) {
      assertThat(told).isEmpty();
      tell(anomaly("a" + i, i, "s1").weight(0.2));
    }
    assertThat(told).hasSize(1);
  }

  @Test
  void usesWithoutARightAddUpHoweverManyRulesEachBreaks() {
    for (int use = 0; use < 6; use++) {
      assertThat(told).isEmpty();
      tell(finding("no-grant", use).weight(1 / 6.0));
      tell(finding("bypass", use).weight(1 / 6.0));
    }
    assertThat(told).extracting(Incident::change).containsExactly(OPENED);
    assertThat(told.get(0).counts().findings()).isEqualTo(2);
  }

  @Test
  void aFindingThatGoesOnAfterItsIncidentReopensNoneButIsEvidence() {
    tell(finding("f1", 0).evidence("e1"));
    wake(at(240));
    tell(finding("f1", 300).weight(1).evidence("e2"));
    assertThat(told).extracting(Incident::change).containsExactly(OPENED, CLOSED);
    tell(anomaly("a1", 305, "s1").weight(0.5));
    assertThat(told).extracting(Incident::change).containsExactly(OPENED, CLOSED, OPENED);
    assertThat(told.get(2).id()).isNotEqualTo(told.get(0).id());
    assertThat(told.get(2).counts().total()).isEqualTo(2);
  }

  @Test
  void anAnomalyJoinsTheFindingsOfTheLastHalfHour() {
    tell(finding("f1", 0).weight(0.5));
    tell(anomaly("a1", 31, "s1").weight(0.5).on("mail"));
    wake(at(300));
    assertThat(told).isEmpty();
    tell(finding("f2", 300).weight(0.5));
    tell(anomaly("a2", 329, "s2").weight(0.5).on("mail"));
    assertThat(told).hasSize(1);
  }

  @Test
  void aMildFindingThatHasBecomeWorseIsEvidence() {
    tell(anomaly("a1", 0, "s1").weight(0.5));
    tell(finding("f1", 1).weight(0));
    assertThat(told).isEmpty();
    tell(finding("f1", 2).weight(1).severity(Severity.HIGH));
    assertThat(told).hasSize(1);
  }

  @Test
  void anotherSessionAndTopicIsAnotherIncident() {
    tell(anomaly("a1", 0, "s1"));
    tell(anomaly("a2", 1, "s2").code("hour_rarity"));
    assertThat(told).extracting(Incident::change).containsExactly(OPENED, OPENED);
    assertThat(told.get(0).id()).isNotEqualTo(told.get(1).id());
  }

  @Test
  void theSameTopicInAnotherSessionJoins() {
    tell(anomaly("a1", 0, "s1"));
    tell(anomaly("a2", 1, "s2"));
    assertThat(wake(at(300)).get(0).sessions()).containsExactly("s1", "s2");
  }

  @Test
  void theSameTopicThreeHoursAfterTheClosingReopensTheOldIncident() {
    tell(anomaly("a1", 0, "s1"));
    wake(at(240));
    tell(anomaly("a2", 420, "s2"));
    assertThat(told).extracting(Incident::change).containsExactly(OPENED, CLOSED, UPDATED);
    assertThat(told).extracting(Incident::number).containsExactly(1, 2, 3);
    assertThat(told).extracting(Incident::id).containsOnly(told.get(0).id());
    assertThat(wake(at(660)).get(0).number()).isEqualTo(4);
  }

  @Test
  void theCoolDownEndsAWeekAfterTheClosing() {
    tell(anomaly("a1", 0, "s1"));
    wake(at(240));
    tell(anomaly("a2", 240 + 7 * 24 * 60, "s2"));
    assertThat(told).extracting(Incident::change).containsExactly(OPENED, CLOSED, OPENED);

    IncidentLedger other = new IncidentLedger(IncidentSettings.defaults());
    Incident first = accept(other, anomaly("a1", 0, "s1")).get(0);
    other.wake(at(240));
    Incident again = accept(other, anomaly("a2", 240 + 7 * 24 * 60 - 0.1, "s2")).get(0);
    assertThat(again.id()).isEqualTo(first.id());
  }

  @Test
  void aFindingJoinsWhatSharesAnEventWithIt() {
    tell(anomaly("a1", 0, "s1").evidence("e1"));
    tell(anomaly("a2", 1, "s2").code("hour_rarity").evidence("e2"));
    tell(finding("f1", 2).severity(Severity.HIGH).evidence("e1"));
    assertThat(told.get(2).id()).isEqualTo(told.get(0).id());
    assertThat(told.get(2).counts()).isEqualTo(new SignalCounts(1, 0, 1));
  }

  @Test
  void whatHasNoSessionJoinsWhatWasActiveLast() {
    tell(anomaly("a1", 0, "s1"));
    tell(anomaly("a2", 1, "s2").code("hour_rarity"));
    tell(drift("d1", 200).severity(Severity.HIGH));
    assertThat(told.get(2).id()).isEqualTo(told.get(1).id());
    assertThat(told.get(2).severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void aFindingThatIsToldAgainCountsOnce() {
    tell(finding("f1", 0));
    tell(finding("f1", 10));
    tell(finding("f1", 20));
    assertThat(told).hasSize(1);
    tell(finding("f1", 30).severity(Severity.HIGH));
    assertThat(told).hasSize(2);
    assertThat(told.get(1).counts()).isEqualTo(new SignalCounts(0, 0, 1));
    assertThat(told.get(1).signals()).hasSize(1);
    assertThat(told.get(1).severity()).isEqualTo(Severity.HIGH);
    assertThat(ledger.nextWake()).isEqualTo(at(30) + 4 * HOUR);
  }

  @Test
  void aFindingThatGoesOnForWeeksCallsNobodyTwice() {
    tell(finding("f1", 0));
    for (int day = 1; day < 30; day++) {
      wake(MONDAY + day * DAY - HOUR);
      tell(finding("f1", day * 24 * 60));
    }
    assertThat(told).extracting(Incident::change).containsExactly(OPENED, CLOSED);
  }

  @Test
  void aFindingThatHasBecomeWorseReopensItsIncidentAndCountsOnce() {
    tell(finding("f1", 0));
    wake(at(240));
    tell(finding("f1", 300).severity(Severity.HIGH));
    assertThat(told).extracting(Incident::change).containsExactly(OPENED, CLOSED, UPDATED);
    assertThat(told.get(2).counts().findings()).isEqualTo(1);
  }

  @Test
  void closesWhenTheLastOfItsFindingsIsResolved() {
    tell(finding("f1", 0));
    tell(finding("f2", 1));
    tell(finding("f1", 2).over());
    assertThat(told).hasSize(1);
    tell(finding("f2", 3).over());
    assertThat(told.get(1).closing()).isEqualTo(ClosingReason.RESOLVED);
    assertThat(told.get(1).time()).isEqualTo(at(3));
    assertThat(ledger.hasOpen()).isFalse();
  }

  @Test
  void staysOpenWithAnAnomalyWhenItsFindingsAreResolved() {
    tell(anomaly("a1", 0, "s1"));
    tell(finding("f1", 1));
    tell(finding("f1", 2).over());
    assertThat(ledger.hasOpen()).isTrue();
  }

  @Test
  void theEndOfSomethingUnknownIsNoNews() {
    tell(finding("f1", 0).over());
    assertThat(told).isEmpty();
    assertThat(ledger.hasOpen()).isFalse();
  }

  @Test
  void aFindingThatWasTakenBackAndComesAgainReopensItsIncident() {
    tell(finding("f1", 0));
    tell(finding("f1", 0).over());
    tell(finding("f1", 0));
    assertThat(told).extracting(Incident::change).containsExactly(OPENED, CLOSED, UPDATED);
    assertThat(told).extracting(Incident::number).containsExactly(1, 2, 3);
  }

  @Test
  void aLateSignalExtendsTheStartAndKeepsTheId() {
    tell(anomaly("a1", 10, "s1"));
    tell(anomaly("a0", 0, "s1").severity(Severity.HIGH));
    assertThat(told.get(1).id()).isEqualTo(told.get(0).id());
    assertThat(told.get(1).firstSeen()).isEqualTo(at(0));
    assertThat(told.get(1).time()).isEqualTo(at(10));
    assertThat(told.get(1).signals()).extracting(Signal::id).containsExactly("a0", "a1");
  }

  @Test
  void anAgentHasThreeIncidentsADay() {
    for (int i = 0; i < 5; i++) {
      tell(anomaly("a" + i, i, "s" + i).code("code" + i));
    }
    assertThat(told).hasSize(3);
    assertThat(hidden)
        .extracting(HiddenSignal::cause)
        .containsExactly(HiddenCause.AGENT_BUDGET, HiddenCause.AGENT_BUDGET);
    tell(anomaly("b", 24 * 60, "t").code("code"));
    assertThat(told.get(3).change()).isEqualTo(OPENED);
    assertThat(told.get(3).hidden()).isEqualTo(2);
  }

  @Test
  void whatIsHeldIsToldAsOpenedWhenItBecomesCritical() {
    for (int i = 0; i < 4; i++) {
      tell(anomaly("a" + i, i, "s" + i).code("code" + i));
    }
    tell(anomaly("a4", 5, "s3").code("code3").severity(Severity.HIGH));
    assertThat(told).hasSize(3);
    tell(anomaly("a5", 6, "s3").code("code3").severity(Severity.CRITICAL));
    assertThat(told.get(3).change()).isEqualTo(OPENED);
    assertThat(told.get(3).number()).isEqualTo(1);
    assertThat(told.get(3).counts().total()).isEqualTo(3);
    assertThat(told.get(3).hidden()).isEqualTo(2);
    assertThat(hidden).hasSize(1);
  }

  @Test
  void whatIsHeldIsClosedWithoutAWord() {
    for (int i = 0; i < 4; i++) {
      tell(anomaly("a" + i, i, "s" + i).code("code" + i));
    }
    assertThat(wake(at(300))).hasSize(3);
    assertThat(ledger.hasOpen()).isFalse();
  }

  @Test
  void aSuppressedSignalIsHiddenAndCounted() {
    Suppressions crm = Suppressions.of(List.of(suppression(at(0), at(10))));
    Told nothing = ledger.accept(anomaly("a1", 9, "s1").signal(), crm);
    assertThat(nothing.incidents()).isEmpty();
    assertThat(nothing.hidden())
        .containsExactly(new HiddenSignal(HiddenCause.SUPPRESSION, "r1", "a1", "bot", at(9)));
    Incident opened = ledger.accept(anomaly("a2", 10, "s1").signal(), crm).incidents().get(0);
    assertThat(opened.hidden()).isEqualTo(1);
    assertThat(opened.counts().total()).isEqualTo(1);
  }

  @Test
  void theEndOfAFindingIsNeverSuppressed() {
    tell(finding("f1", 0));
    Told end =
        ledger.accept(
            finding("f1", 5).over().signal(), Suppressions.of(List.of(suppression(at(1), at(10)))));
    assertThat(end.hidden()).isEmpty();
    assertThat(end.incidents().get(0).closing()).isEqualTo(ClosingReason.RESOLVED);
  }

  @Test
  void aThirtyThirdIncidentDisplacesTheLongestQuiet() {
    for (int i = 0; i <= IncidentLedger.MOST_OPEN; i++) {
      tell(anomaly("a" + i, i, "s" + i).code("code" + i));
    }
    Incident displaced = told.get(3);
    assertThat(displaced.closing()).isEqualTo(ClosingReason.DISPLACED);
    assertThat(displaced.id()).isEqualTo(told.get(0).id());
    assertThat(displaced.time()).isEqualTo(at(IncidentLedger.MOST_OPEN));
  }

  @Test
  void knowsTheAgentAsWellAsAllSignalsTogether() {
    tell(finding("f1", 0));
    tell(anomaly("a1", 1, "s1").severity(Severity.HIGH));
    tell(finding("f2", 2).severity(Severity.HIGH));
    Incident both = wake(at(300)).stream().findFirst().orElseThrow();
    assertThat(both.agent().owner()).isEqualTo("ops");
  }

  private static Suppression suppression(long from, long until) {
    return new Suppression("r1", "bot", null, null, "crm", null, from, until, "ana", "a test");
  }

  private static List<Incident> accept(IncidentLedger ledger, Raised raised) {
    return ledger.accept(raised.signal(), Suppressions.NONE).incidents();
  }

  private void tell(Raised raised) {
    Told out = ledger.accept(raised.signal(), Suppressions.NONE);
    told.addAll(out.incidents());
    hidden.addAll(out.hidden());
  }

  private List<Incident> wake(long time) {
    List<Incident> closed = ledger.wake(time);
    told.addAll(closed);
    return closed;
  }
}
