package io.driftline.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.driftline.activity.AgentAction;
import io.driftline.activity.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DriftScriptTest {
  private static final Instant END = DriftRun.SETTINGS.enterprise().end();

  @ParameterizedTest
  @EnumSource(names = {"NEW_SYSTEMS", "NEW_PERMISSIONS"})
  void oneItemEntersEveryWeekFromTheOnsetOn(DriftScript script) {
    for (DriftTruth truth : DriftRun.truths(script)) {
      List<Entrance> entrances = truth.entrances();
      assertThat(entrances).hasSizeGreaterThanOrEqualTo(5);
      assertThat(entrances).extracting(Entrance::item).doesNotHaveDuplicates();
      for (int week = 0; week < entrances.size(); week++) {
        assertThat(entrances.get(week).planned())
            .isEqualTo(truth.onset().plus(Duration.ofDays(7L * week)))
            .isBefore(END);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NEW_SYSTEMS", "NEW_PERMISSIONS"})
  void noItemIsUsedBeforeItsEntranceAndNearlyAllAreUsedSoonAfter(DriftScript script) {
    int soon = 0;
    int all = 0;
    for (DriftTruth truth : DriftRun.truths(script)) {
      for (Entrance entrance : truth.entrances()) {
        Instant first = firstUse(truth, script, entrance.item());
        assertThat(entrance.firstUsed()).isEqualTo(first);
        assertThat(first == null || !first.isBefore(entrance.planned())).isTrue();
        boolean inTime =
            first != null && first.isBefore(entrance.planned().plus(Duration.ofDays(7)));
        soon += inTime ? 1 : 0;
        all++;
      }
    }
    assertThat(soon / (double) all).isGreaterThan(0.8);
  }

  @ParameterizedTest
  @EnumSource(names = {"NEW_SYSTEMS", "NEW_PERMISSIONS"})
  void aTenthOfTheSessionsUseAnItemThatHasEntered(DriftScript script) {
    double using = 0;
    double sessions = 0;
    for (DriftTruth truth : sessioned(script)) {
      String first = truth.entrances().get(0).item();
      using +=
          sessions(
              DriftRun.between(truth, truth.onset(), END)
                  .filter(action -> first.equals(item(script, action))));
      sessions += sessions(DriftRun.between(truth, truth.onset(), END));
    }
    assertThat(using / sessions).isCloseTo(0.1, within(0.03));
  }

  @Test
  void newPermissionsAreOnSystemsInUseBefore() {
    for (DriftTruth truth : DriftRun.truths(DriftScript.NEW_PERMISSIONS)) {
      Set<String> used =
          DriftRun.before(truth).map(AgentAction::system).collect(Collectors.toSet());
      assertThat(truth.entrances())
          .extracting(entrance -> entrance.item().split(":")[0])
          .allMatch(used::contains);
    }
  }

  @Test
  void everyPurposeHasTenNewItemsToOffer() {
    for (AgentProfile agent : DriftRun.SIMULATOR.enterprise().agents()) {
      assertThat(Adoption.ofSystems(agent, 1, 1000, new Dice(1)).items())
          .hasSizeGreaterThanOrEqualTo(10);
      assertThat(Adoption.ofPermissions(agent, 1, 1000, new Dice(1)).items())
          .hasSizeGreaterThanOrEqualTo(10);
    }
  }

  @Test
  void thePurposeChangesEvenlyOverTwoWeeksAndStays() {
    for (DriftTruth truth : DriftRun.truths(DriftScript.PURPOSE_CHANGE)) {
      PurposeChange change = (PurposeChange) DriftRun.profile(truth).drift();
      assertThat(change.other()).isNotEqualTo(DriftRun.profile(truth).purpose());
      assertThat(change.share(change.onset() - 1)).isZero();
      assertThat((change.share(change.onset() + 6) + change.share(change.onset() + 7)) / 2)
          .isCloseTo(0.45, within(1e-9));
      assertThat(change.share(change.end() + 30)).isEqualTo(0.9);
      assertThat(truth.midpoint()).isEqualTo(truth.onset().plus(Duration.ofDays(7)));
    }
  }

  @Test
  void afterwardsNineInTenSessionsDoAnotherPurposesTasks() {
    for (DriftTruth truth : DriftRun.truths(DriftScript.PURPOSE_CHANGE)) {
      Purpose other = ((PurposeChange) DriftRun.profile(truth).drift()).other();
      assertThat(share(DriftRun.after(truth), tasksOf(other))).isGreaterThan(0.8);
    }
  }

  @Test
  void volumeRisesTwoAndAHalfTimesAtTheOnset() {
    double before = 0;
    double after = 0;
    for (DriftTruth truth : sessioned(DriftScript.MORE_VOLUME)) {
      Duration week = Duration.ofDays(21);
      before += sessions(DriftRun.between(truth, truth.onset().minus(week), truth.onset()));
      after += sessions(DriftRun.between(truth, truth.onset(), truth.onset().plus(week)));
    }
    assertThat(after / before).isBetween(2.1, 2.9);
  }

  @Test
  void twelveInAHundredCallsFailFromTheOnsetOn() {
    List<DriftTruth> truths = DriftRun.truths(DriftScript.MORE_ERRORS);
    Predicate<AgentAction> failed = action -> action.outcome() == Outcome.ERROR;
    assertThat(share(truths.stream().flatMap(DriftRun::before), failed))
        .isCloseTo(0.011, within(0.005));
    assertThat(share(truths.stream().flatMap(DriftRun::after), failed))
        .isCloseTo(0.12, within(0.02));
  }

  @Test
  void aSpikeIsOneBusyDayOrOneEndlessSession() {
    int endless = 0;
    for (DriftTruth truth : DriftRun.truths(DriftScript.SPIKE)) {
      Spike spike = (Spike) DriftRun.profile(truth).drift();
      long thatDay = DriftRun.between(truth, truth.onset(), truth.end()).count();
      long dayByDay = DriftRun.actions(truth).count() / 50;
      assertThat(thatDay).isGreaterThan(spike.oneSession() ? 200 : 3 * dayByDay);
      endless += spike.oneSession() ? 1 : 0;
    }
    assertThat(endless).isBetween(1, 7);
  }

  @Test
  void anEndlessSessionHasTwoHundredCalls() {
    for (DriftTruth truth : sessioned(DriftScript.SPIKE)) {
      if (((Spike) DriftRun.profile(truth).drift()).oneSession()) {
        Map<String, Long> lengths =
            DriftRun.between(truth, truth.onset(), END)
                .collect(Collectors.groupingBy(AgentAction::sessionId, Collectors.counting()));
        assertThat(lengths.values()).contains(200L);
      }
    }
  }

  @Test
  void eachScriptHasASentenceAndOnlyASpikeIsNoDrift() {
    for (DriftScript script : DriftScript.values()) {
      assertThat(script.sentence()).endsWith(".");
      assertThat(script.code()).isLowerCase();
      assertThat(script.lasting()).isEqualTo(script != DriftScript.SPIKE);
    }
  }

  /** Those whose sessions can be counted. */
  private static List<DriftTruth> sessioned(DriftScript script) {
    return DriftRun.truths(script).stream()
        .filter(truth -> DriftRun.profile(truth).namesSessions())
        .toList();
  }

  private static long sessions(Stream<AgentAction> actions) {
    return actions.map(AgentAction::sessionId).distinct().count();
  }

  private static Instant firstUse(DriftTruth truth, DriftScript script, String item) {
    return DriftRun.actions(truth)
        .filter(action -> item.equals(item(script, action)))
        .map(AgentAction::time)
        .findFirst()
        .orElse(null);
  }

  private static String item(DriftScript script, AgentAction action) {
    return script.item(action.system(), action.permission());
  }

  private static Predicate<AgentAction> tasksOf(Purpose purpose) {
    Function<Operation, String> call = operation -> operation.system() + "/" + operation.action();
    Set<String> calls =
        Stream.concat(Workflows.of(purpose).stream(), Stream.of(Workflows.nightly(purpose)))
            .flatMap(task -> task.steps().stream())
            .map(step -> call.apply(step.operation()))
            .collect(Collectors.toSet());
    return action -> calls.contains(action.system() + "/" + action.action());
  }

  private static double share(Stream<AgentAction> actions, Predicate<AgentAction> condition) {
    Map<Boolean, Long> counts =
        actions.collect(Collectors.partitioningBy(condition, Collectors.counting()));
    return counts.get(true) / (double) (counts.get(true) + counts.get(false));
  }
}
