package io.driftline.job.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
    return ScenarioOutcome.of(events, Map.of(Signal.FINDING, findings), labels);
  }

  @Test
  void countsSimulationsAndSessionsBySignal() {
    ScenarioTable table = new ScenarioTable();
    table.add(outcome(Set.of("slow1-1", "calm-0"), Set.of("slow2-1", "burst-1")));
    table.add(outcome(Set.of("burst-2"), Set.of("burst-1", "calm-0", "calm-1")));

    assertThat(table.text())
        .isEqualTo(
            """
            attack                     found in     by alert   by finding   sessions found
            burst_deletion             2 of   2            1            2         2 of   2
            slow_exfiltration          1 of   2            1            1         2 of   4
            in vain, per 1,000 harmless actions:
              alerts     111.11 (111.11 to 111.11)
              findings   111.11 (0.00 to 222.22)
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

    ScenarioOutcome outcome =
        ScenarioOutcome.of(events, Map.of(Signal.FINDING, Set.of("early-1")), labels);

    assertThat(outcome.attacks()).isEmpty();
    assertThat(outcome.falsePerThousand(Signal.ALERT)).isZero();
    assertThat(outcome.falsePerThousand(Signal.FINDING)).isZero();
  }
}
