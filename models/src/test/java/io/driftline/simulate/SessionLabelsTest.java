package io.driftline.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentAction;
import io.driftline.simulate.SessionLabel.Phase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionLabelsTest {
  private static final Instant ATTACK_START = Instant.parse("2026-02-03T00:00:00Z");

  private final SessionLabels labels = new SessionLabels(ATTACK_START);

  @Test
  void aSessionBelongsToThePhaseInWhichItBegan() {
    labels.add(action("e1", "s1", ATTACK_START.minusMillis(1), null));
    labels.add(action("e2", "s2", ATTACK_START, null));
    labels.add(action("e3", "s1", ATTACK_START.plusMillis(1), null));
    assertThat(labels.all())
        .containsExactly(
            new SessionLabel("s1", "a", Phase.BASELINE, null, List.of()),
            new SessionLabel("s2", "a", Phase.TEST, null, List.of()));
  }

  @Test
  void aHijackedSessionListsItsMaliciousActionsOnly() {
    labels.add(action("e1", "s1", ATTACK_START, null));
    labels.add(action("e2", "s1", ATTACK_START, AttackKind.RUNAWAY_LOOP));
    labels.add(action("e3", "s1", ATTACK_START, AttackKind.RUNAWAY_LOOP));
    SessionLabel label = labels.all().get(0);
    assertThat(label.hijacked()).isTrue();
    assertThat(label.maliciousEventIds()).containsExactly("e2", "e3");
  }

  @Test
  void withoutSessionIdsOnlyMaliciousActionsAreLabelled() {
    labels.add(action("e1", null, ATTACK_START, null));
    assertThat(labels.all()).isEmpty();
    labels.add(action("e2", null, ATTACK_START, AttackKind.OFF_HOURS_USE));
    assertThat(labels.all())
        .containsExactly(
            new SessionLabel(null, "a", Phase.TEST, AttackKind.OFF_HOURS_USE, List.of("e2")));
  }

  @Test
  void anAttackWithoutActionsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new SessionLabel("s", "a", Phase.TEST, AttackKind.OFF_HOURS_USE, List.of()));
  }

  @Test
  void aRunYieldsEveryMaliciousActionExactlyOnce() {
    EnterpriseSimulator simulator = new EnterpriseSimulator(SimulationSettings.defaults());
    SessionLabels all = simulator.newLabels();
    List<String> malicious =
        simulator.stream()
            .peek(all::add)
            .filter(SimulatedAction::malicious)
            .map(simulated -> simulated.action().eventId())
            .toList();
    assertThat(all.all().stream().flatMap(label -> label.maliciousEventIds().stream()))
        .containsExactlyInAnyOrderElementsOf(malicious);
    assertThat(all.all())
        .filteredOn(SessionLabel::hijacked)
        .allMatch(label -> label.phase() == Phase.TEST);
  }

  private static SimulatedAction action(
      String eventId, String session, Instant time, AttackKind attack) {
    Agent agent = new Agent("a", null, null, null, null);
    return new SimulatedAction(
        new AgentAction(
            eventId,
            time,
            agent,
            null,
            session,
            null,
            null,
            "mail",
            "read_mail",
            null,
            null,
            null,
            null,
            null,
            null),
        attack);
  }
}
