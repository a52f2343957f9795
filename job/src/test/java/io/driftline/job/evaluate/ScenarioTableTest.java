package io.driftline.job.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.Agent;
import io.driftline.activity.AgentKind;
import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftKind;
import io.driftline.drift.DriftSignal;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScenarioTableTest {

  /** Session {@code s} of the given attack, of which event {@code s-1} is malicious. */
  private static SessionLabel attacked(String session, String attack) {
    return new SessionLabel(session, "agent", Phase.TEST, true, Set.of(session + "-1"), attack);
  }

  private static SessionLabel harmless(String session) {
    return new SessionLabel(session, "agent", Phase.TEST, false, Set.of(), null);
  }

  /** The first three events of each session; alerts on those named. */
  private static List<ScoredEvent> events(Set<String> alerts, String... sessions) {
    return List.of(sessions).stream()
        .flatMap(session -> IntStream.range(0, 3).mapToObj(i -> event(session, session + "-" + i)))
        .map(event -> event.withAlert(alerts.contains(event.eventId())))
        .toList();
  }

  private static ScoredEvent event(String session, String id) {
    return new ScoredEvent(id, "agent", session, 0, false);
  }

  private static ScenarioOutcome outcome(Set<String> alerts, Set<String> findings) {
    Labels labels =
        Labels.of(
            List.of(
                attacked("slow1", "slow_exfiltration"),
                attacked("slow2", "slow_exfiltration"),
                attacked("burst", "burst_deletion"),
                harmless("calm")));
    List<ScoredEvent> events = events(alerts, "slow1", "slow2", "burst", "calm");
    return new ScenarioOutcome(events, findings, List.of(), labels);
  }

  @Test
  void countsSimulationsAndSessionsBySignal() {
    ScenarioTable table = new ScenarioTable();
    table.add(outcome(Set.of("slow1-1", "calm-0"), Set.of("slow2-1", "burst-1")));
    table.add(outcome(Set.of("burst-2"), Set.of("burst-1", "calm-0", "calm-1")));

    assertThat(table.text())
        .isEqualTo(
            """
            attack                     found in     by alert   by finding     by drift   sessions found
            burst_deletion             2 of   2            1            2            0         2 of   2
            slow_exfiltration          1 of   2            1            1            0         2 of   4
            in vain, per 1,000 harmless actions:
              alerts     111.11 (111.11 to 111.11)
              findings   111.11 (0.00 to 222.22)
              drifts     0.00 (0.00 to 0.00)
            """);
    assertThat(table.found("burst_deletion")).isEqualTo(2);
    assertThat(table.found("burst_deletion", Signal.ALERT)).isOne();
    assertThat(table.found("never_played")).isZero();
  }

  @Test
  void anAlertMayComeLaterInTheSessionButAFindingMustBeOfTheAttackItself() {
    ScenarioTable table = new ScenarioTable();
    table.add(outcome(Set.of("burst-2"), Set.of("slow1-2", "slow2-0")));

    assertThat(table.found("burst_deletion", Signal.ALERT)).isOne();
    assertThat(table.found("slow_exfiltration", Signal.FINDING)).isZero();
  }

  @Test
  void whatIsSaidInTheBaselineCountsForNothing() {
    SessionLabel earlier =
        new SessionLabel("early", "agent", Phase.BASELINE, false, Set.of(), null);
    Labels labels = Labels.of(List.of(earlier, harmless("calm")));
    List<ScoredEvent> events = events(Set.of("early-0"), "early", "calm");

    ScenarioOutcome outcome = new ScenarioOutcome(events, Set.of("early-1"), List.of(), labels);

    assertThat(outcome.attacks()).isEmpty();
    assertThat(outcome.falsePerThousand(Signal.ALERT)).isZero();
    assertThat(outcome.falsePerThousand(Signal.FINDING)).isZero();
  }

  @Test
  void aDriftFindsTheAttackThatItsEvidenceIsOf() {
    Labels labels = Labels.of(List.of(attacked("slow1", "slow_exfiltration"), harmless("calm")));
    List<ScoredEvent> events = events(Set.of(), "slow1", "calm");
    List<DriftEvent> drifts = List.of(drift("slow1-1"), drift("calm-0"));

    ScenarioOutcome outcome = new ScenarioOutcome(events, Set.of(), drifts, labels);

    assertThat(outcome.isFound(outcome.attacks().get(0), Signal.DRIFT)).isTrue();
    assertThat(outcome.falsePerThousand(Signal.DRIFT)).isEqualTo(200);
  }

  private static DriftEvent drift(String evidence) {
    Agent agent = new Agent("agent", AgentKind.PERSONAL, null, null, null);
    DriftSignal signal =
        new DriftSignal(
            DriftKind.NEW_GROUND,
            DriftDimension.SCOPE,
            0,
            1,
            0,
            5,
            0.2,
            0.0001,
            List.of(),
            List.of(evidence),
            null);
    return new DriftEvent("id", agent, "personal", signal, "It went there.");
  }
}
