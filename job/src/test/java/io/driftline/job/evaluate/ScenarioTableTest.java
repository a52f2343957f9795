package io.driftline.job.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ScenarioTableTest {

  private static final RankingQuality NONE =
      new RankingQuality(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty());

  private static EvaluationResult result(AlertQuality alerts, AttackTally... kinds) {
    return new EvaluationResult(
        2_000,
        alerts.alerts(),
        0,
        0,
        0,
        NONE,
        NONE,
        alerts,
        new AttackDetection(0, 0, OptionalDouble.empty(), OptionalDouble.empty(), List.of(kinds)));
  }

  /** 3 false alarms on 1,000 harmless actions, then 1 on 1,000: 2 on average. */
  @Test
  void countsSimulationsAndSessions() {
    ScenarioTable table = new ScenarioTable();
    table.add(
        result(
            new AlertQuality(1_010, 10, 5, 2),
            new AttackTally("slow_exfiltration", 6, 2),
            new AttackTally("burst_deletion", 1, 1)));
    table.add(
        result(
            new AlertQuality(1_010, 10, 1, 0),
            new AttackTally("slow_exfiltration", 6, 0),
            new AttackTally("burst_deletion", 1, 1)));

    assertThat(table.text())
        .isEqualTo(
            """
            attack                     found in   sessions found
            burst_deletion             2 of   2         2 of   2
            slow_exfiltration          1 of   2         2 of  12
            false alarms per 1,000 harmless actions: 2.00 (1.00 to 3.00)
            """);
    assertThat(table.found("burst_deletion")).isEqualTo(2);
    assertThat(table.found("never_played")).isZero();
  }

  @Test
  void withoutASimulationThereIsNothingToReport() {
    assertThat(new ScenarioTable().text()).endsWith("harmless actions: 0.00 (0.00 to 0.00)\n");
  }
}
