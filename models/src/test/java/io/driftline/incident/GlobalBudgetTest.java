package io.driftline.incident;

import static io.driftline.incident.IncidentChange.CLOSED;
import static io.driftline.incident.IncidentChange.OPENED;
import static io.driftline.incident.IncidentChange.UPDATED;
import static io.driftline.incident.Raised.DAY;
import static io.driftline.incident.Raised.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.Agent;
import io.driftline.posture.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlobalBudgetTest {

  private static final IncidentSettings TWO_A_DAY =
      new IncidentSettings(1, 0, Severity.MEDIUM, 1, 3, 2, Severity.CRITICAL);
  private static final long MIDNIGHT = Instant.parse("2026-03-03T00:00:00Z").toEpochMilli();

  private final GlobalBudget budget = new GlobalBudget(TWO_A_DAY);
  private final List<HiddenCount> counts = new ArrayList<>();

  @Test
  void holdsBackWhatIsBeyondTheDaysBudget() {
    assertThat(pass("i1", 1, OPENED, Severity.HIGH, at(0)).change()).isEqualTo(OPENED);
    assertThat(pass("i2", 1, OPENED, Severity.HIGH, at(1)).change()).isEqualTo(OPENED);
    assertThat(pass("i3", 1, OPENED, Severity.HIGH, at(2))).isNull();
    assertThat(pass("i4", 1, OPENED, Severity.HIGH, at(2) + DAY).change()).isEqualTo(OPENED);
  }

  @Test
  void whatWasToldGoesOnBeingToldAlsoAfterItWasClosed() {
    pass("i1", 1, OPENED, Severity.HIGH, at(0));
    pass("i2", 1, OPENED, Severity.HIGH, at(0));
    assertThat(pass("i1", 2, UPDATED, Severity.HIGH, at(1)).change()).isEqualTo(UPDATED);
    assertThat(pass("i1", 3, CLOSED, Severity.HIGH, at(2)).change()).isEqualTo(CLOSED);
    assertThat(pass("i1", 4, UPDATED, Severity.HIGH, at(3)).change()).isEqualTo(UPDATED);
  }

  @Test
  void whatIsHeldBackIsToldAsOpenedOnceItIsCritical() {
    pass("i1", 1, OPENED, Severity.HIGH, at(0));
    pass("i2", 1, OPENED, Severity.HIGH, at(0));
    assertThat(pass("i3", 1, OPENED, Severity.HIGH, at(1))).isNull();
    assertThat(pass("i3", 2, UPDATED, Severity.HIGH, at(2))).isNull();
    Incident opened = pass("i3", 3, UPDATED, Severity.CRITICAL, at(3));
    assertThat(opened.change()).isEqualTo(OPENED);
    assertThat(opened.number()).isEqualTo(3);
    assertThat(pass("i3", 4, UPDATED, Severity.CRITICAL, at(4)).change()).isEqualTo(UPDATED);
  }

  @Test
  void theEndOfWhatWasHeldBackIsNotTold() {
    pass("i1", 1, OPENED, Severity.HIGH, at(0));
    pass("i2", 1, OPENED, Severity.HIGH, at(0));
    pass("i3", 1, OPENED, Severity.HIGH, at(1));
    assertThat(pass("i3", 2, CLOSED, Severity.CRITICAL, at(2))).isNull();
  }

  @Test
  void criticalIncidentsAreNeverHeldBackAndCount() {
    for (int i = 0; i < 5; i++) {
      assertThat(pass("c" + i, 1, OPENED, Severity.CRITICAL, at(i))).isNotNull();
    }
    assertThat(pass("i1", 1, OPENED, Severity.HIGH, at(9))).isNull();
  }

  @Test
  void aCountIsToldWhenItHasDoubled() {
    for (int i = 0; i < 9; i++) {
      budget.count(suppressed("a" + i, "bot" + i % 3, at(i)), counts::add);
    }
    assertThat(counts).extracting(HiddenCount::hidden).containsExactly(1L, 2L, 4L, 8L);
    assertThat(counts).extracting(HiddenCount::id).containsOnly(counts.get(0).id());
    HiddenCount last = counts.get(3);
    assertThat(last.agents()).isEqualTo(3);
    assertThat(last.latestId()).isEqualTo("a7");
    assertThat(last.time()).isEqualTo(at(7));
    assertThat(last.summary())
        .isEqualTo("8 signals of 3 agents called nobody on 2026-03-02: suppression r1 hides them.");
  }

  @Test
  void aCountIsToldAtTheEndOfItsDayIfItHasChanged() {
    for (int i = 0; i < 3; i++) {
      budget.count(suppressed("a" + i, "bot", at(i)), counts::add);
    }
    assertThat(budget.nextWake()).isEqualTo(MIDNIGHT);
    budget.wake(MIDNIGHT - 1, counts::add);
    assertThat(counts).hasSize(2);
    budget.wake(MIDNIGHT, counts::add);
    assertThat(counts).extracting(HiddenCount::hidden).containsExactly(1L, 2L, 3L);
    budget.wake(MIDNIGHT + DAY, counts::add);
    assertThat(counts).hasSize(3);
    assertThat(budget.nextWake()).isEqualTo(Long.MAX_VALUE);
    assertThat(budget.tallies.size()).isZero();
  }

  @Test
  void eachCauseRuleAndDayIsCountedByItself() {
    budget.count(suppressed("a1", "bot", at(0)), counts::add);
    budget.count(new HiddenSignal(HiddenCause.SUPPRESSION, "r2", "a2", "bot", at(1)), counts::add);
    budget.count(new HiddenSignal(HiddenCause.AGENT_BUDGET, null, "i1", "bot", at(2)), counts::add);
    budget.count(suppressed("a3", "bot", at(0) + DAY), counts::add);
    assertThat(counts).hasSize(4).allMatch(count -> count.hidden() == 1);
    assertThat(counts).extracting(HiddenCount::id).doesNotHaveDuplicates();
  }

  @Test
  void whatIsHeldBackIsCountedOnce() {
    pass("i1", 1, OPENED, Severity.HIGH, at(0));
    pass("i2", 1, OPENED, Severity.HIGH, at(0));
    pass("i3", 1, OPENED, Severity.HIGH, at(1));
    pass("i3", 2, UPDATED, Severity.HIGH, at(2));
    assertThat(counts).hasSize(1);
    assertThat(counts.get(0).cause()).isEqualTo(HiddenCause.GLOBAL_BUDGET);
    assertThat(counts.get(0).latestId()).isEqualTo("i3");
  }

  @Test
  void countsAreBounded() {
    for (int i = 0; i < 2 * HiddenTallies.MOST; i++) {
      budget.count(
          new HiddenSignal(HiddenCause.SUPPRESSION, "r" + i, "a", "bot", at(0)), counts::add);
    }
    assertThat(budget.tallies.size()).isEqualTo(HiddenTallies.MOST);
  }

  private Incident pass(String id, int number, IncidentChange change, Severity severity, long at) {
    return budget.pass(incident(id, number, change, severity, at), counts::add);
  }

  private static HiddenSignal suppressed(String id, String agent, long time) {
    return new HiddenSignal(HiddenCause.SUPPRESSION, "r1", id, agent, time);
  }

  private static Incident incident(
      String id, int number, IncidentChange change, Severity severity, long time) {
    return new Incident(
        id,
        number,
        change,
        change == CLOSED ? ClosingReason.QUIET : null,
        time,
        new Agent("bot", null, null, null, null),
        List.of(),
        time,
        time,
        severity,
        List.of(),
        Double.NaN,
        SignalCounts.NONE,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        0,
        "title",
        "summary");
  }
}
