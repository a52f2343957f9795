package io.driftline.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DriftSimulatorTest {
  private static final DriftSettings SMALL =
      DriftSettings.of(DriftRun.SETTINGS.enterprise().withAgents(14).withDays(40));

  /** Changes whenever the simulated behaviour does; results measured before are then history. */
  private static final String GOLDEN = "157d00f6c456aec4";

  @Test
  void theSameSettingsGiveTheKnownActions() {
    DriftSimulator simulator = new DriftSimulator(SMALL);
    assertThat(hash(simulator)).isEqualTo(GOLDEN);
    assertThat(hash(simulator)).isEqualTo(GOLDEN);
  }

  @Test
  void anotherSeedGivesOtherActionsAndOtherDrifts() {
    DriftSimulator other = new DriftSimulator(SMALL.withSeed(4));
    assertThat(hash(other)).isNotEqualTo(GOLDEN);
    assertThat(other.newTruths().all()).isNotEqualTo(new DriftSimulator(SMALL).newTruths().all());
  }

  @Test
  void actionsComeInOrderOfTimeWithinTheSpanUnderIdsOfTheirOwn() {
    List<AgentAction> actions = DriftRun.TRUTHS.stream().flatMap(DriftRun::actions).toList();
    assertThat(actions).extracting(AgentAction::eventId).doesNotHaveDuplicates();
    SimulationSettings span = DriftRun.SETTINGS.enterprise();
    assertThat(actions)
        .extracting(AgentAction::time)
        .allMatch(time -> !time.isBefore(span.start()) && time.isBefore(span.end()));
    for (DriftTruth truth : DriftRun.TRUTHS) {
      assertThat(DriftRun.actions(truth).map(AgentAction::time)).isSorted();
    }
  }

  @Test
  void asManyAgentsFollowEachScriptAsSettledAndTheRestAreStable() {
    for (DriftScript script : DriftScript.values()) {
      assertThat(DriftRun.truths(script)).hasSize(8);
    }
    assertThat(DriftRun.truths(null)).hasSize(80 - 6 * 8);
  }

  @Test
  void changesBeginWithinTheDaysSettled() {
    Instant start = DriftRun.SETTINGS.enterprise().start();
    assertThat(DriftRun.TRUTHS)
        .filteredOn(truth -> !truth.stable() && truth.script().lasting())
        .extracting(truth -> Duration.between(start, truth.onset()).toDays())
        .allMatch(day -> day >= 25 && day <= 35)
        .hasSizeGreaterThan(3);
  }

  @Test
  void noAgentFallsDormant() {
    Instant end = DriftRun.SETTINGS.enterprise().end();
    assertThat(DriftRun.TRUTHS)
        .allMatch(
            truth -> DriftRun.between(truth, end.minus(Duration.ofDays(10)), end).count() > 0);
  }

  @Test
  void stableAgentsGoOnAsTheyBeganAndNoneTakesUpAnotherTask() {
    Instant half = DriftRun.SETTINGS.midnight(35);
    for (DriftTruth truth : DriftRun.truths(null)) {
      Set<String> own = ownSystems(DriftRun.profile(truth));
      List<AgentAction> late =
          DriftRun.between(truth, half, DriftRun.SETTINGS.enterprise().end()).toList();
      assertThat(late)
          .filteredOn(action -> !own.contains(action.system()))
          .hasSizeLessThan(late.size() / 25 + 8);
    }
  }

  @Test
  void stableAgentsHaveReleasesRotationsHolidaysAndForeignNetworks() {
    List<AgentProfile> stable = DriftRun.truths(null).stream().map(DriftRun::profile).toList();
    assertThat(stable).anyMatch(agent -> agent.release().day() < 70);
    assertThat(stable).anyMatch(agent -> agent.credential().day() < 70);
    assertThat(stable).anyMatch(agent -> agent.habits().awayFrom() < 70);
    assertThat(DriftRun.truths(null).stream().flatMap(DriftRun::actions))
        .anyMatch(action -> action.sourceIp().startsWith("192.0.2."));
  }

  @Test
  void someChangesComeWithANewVersionAndTheTruthSaysWhich() {
    List<DriftTruth> released = DriftRun.TRUTHS.stream().filter(DriftTruth::withRelease).toList();
    assertThat(released).hasSizeBetween(8, 30);
    for (DriftTruth truth : released) {
      assertThat(versions(truth, DriftRun.SETTINGS.enterprise().start(), truth.onset())).hasSize(1);
      assertThat(versions(truth, truth.onset(), DriftRun.SETTINGS.enterprise().end()))
          .hasSize(1)
          .doesNotContainAnyElementsOf(
              versions(truth, DriftRun.SETTINGS.enterprise().start(), truth.onset()));
    }
  }

  private static Set<String> versions(DriftTruth truth, Instant from, Instant to) {
    return DriftRun.between(truth, from, to)
        .map(action -> action.agent().version())
        .collect(Collectors.toSet());
  }

  private static Set<String> ownSystems(AgentProfile agent) {
    return agent.tasks().stream()
        .flatMap(task -> task.steps().stream())
        .map(step -> step.operation().system())
        .collect(Collectors.toSet());
  }

  private static String hash(DriftSimulator simulator) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (AgentAction action : simulator) {
        digest.update(action.toString().getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
