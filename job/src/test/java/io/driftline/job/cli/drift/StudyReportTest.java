package io.driftline.job.cli.drift;

import static io.driftline.job.cli.drift.Verdicts.drifting;
import static io.driftline.job.cli.drift.Verdicts.raised;
import static io.driftline.job.cli.drift.Verdicts.stable;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.simulate.DriftScript;
import io.driftline.simulate.DriftSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyReportTest {
  private static final DriftSettings ENTERPRISE =
      DriftSettings.of(
          DriftSettings.defaults()
              .enterprise()
              .withSeed(7)
              .withAgents(10)
              .withStart(Instant.EPOCH.plus(Duration.ofDays(Verdicts.START))));

  /**
   * Found in 5 days in time, in 30 too late; 2 days late for a change of purpose; a false alarm.
   */
  private static final List<AgentVerdicts> ONE =
      List.of(
          drifting(DriftScript.NEW_SYSTEMS, 50, 49, raised("system", 54, 61)),
          drifting(DriftScript.NEW_SYSTEMS, 50, 49, raised("permission", 79)),
          drifting(DriftScript.PURPOSE_CHANGE, 60, 14, raised("action", 75)),
          drifting(DriftScript.SPIKE, 60, 1, raised("volume", 60)),
          stable(40));

  /** Found in time, but only as a rise in volume; the purpose on the last day in time. */
  private static final List<AgentVerdicts> OTHER =
      List.of(
          drifting(DriftScript.NEW_SYSTEMS, 50, 49, raised("volume", 50)),
          drifting(DriftScript.NEW_SYSTEMS, 50, 49, raised("system", 70)),
          drifting(DriftScript.PURPOSE_CHANGE, 60, 14, raised("action", 73)),
          drifting(DriftScript.SPIKE, 60, 1, raised("volume", 80)),
          stable());

  private static StudyReport report(List<Double> sensitivities) {
    StudySettings settings = new StudySettings(2, ENTERPRISE, sensitivities, false);
    return StudyReport.of(settings, List.of(run(7, ONE, settings), run(8, OTHER, settings)));
  }

  private static EnterpriseRun run(
      long seed, List<AgentVerdicts> verdicts, StudySettings settings) {
    return new EnterpriseRun(
        seed, 1000, settings.sensitivities().stream().map(sensitivity -> verdicts).toList());
  }

  @Test
  void textShowsTheDefaultSensitivityInFullAndAllSideBySide() {
    assertThat(report(List.of(2.0, 1.0)).text())
        .isEqualTo(
            """
            2 enterprises of 10 agents over 120 days, seeds 7 to 8, 2,000 actions; sensitivity 1

            drift             agents  in time               right and in time     median    95 %   events  most
            new_systems            4  75.0 % (50 to 100)    50.0 % (50 to 50)        5 d    30 d     1.25     2
            purpose_change         2  50.0 % (0 to 100)     50.0 % (0 to 100)       14 d    16 d     1.00     1

            spike alone raised a drift within 14 days on 50.0 % of 2 agents
            false alarms per agent-year: 0.96 (0.00 to 1.92), 1 in 1.0 agent-years
              growth of system                               1

                 sensitivity    false alarms     new_systems  purpose_change
                           1            0.96        75 % 5 d       50 % 14 d
                           2            0.96        75 % 5 d       50 % 14 d
            each: found in time, median delay
            """);
  }

  @Test
  void oneSensitivityNeedsNoCurve() {
    assertThat(report(List.of(1.0)).text()).doesNotContain("each: found in time");
  }

  @Test
  void jsonHasEverySensitivity() {
    assertThat(report(List.of(2.0, 1.0)).json())
        .startsWith(
            "{\"enterprises\":2,\"first_seed\":7,\"agents\":10,\"days\":120,\"actions\":2000,")
        .contains(
            "{\"sensitivity\":1.0,\"scripts\":[{\"script\":\"new_systems\",\"agents\":4,\"in_time\":0.75,"
                + "\"in_time_by_seed\":{\"median\":0.75,\"min\":0.5,\"max\":1.0},\"right_in_time\":0.5,"
                + "\"right_in_time_by_seed\":{\"median\":0.5,\"min\":0.5,\"max\":0.5},"
                + "\"median_delay\":5,\"p95_delay\":30,\"events\":1.25,\"most_events\":2},")
        .contains("{\"sensitivity\":2.0,", "\"false_alarms\":{\"alarms\":1,\"agent_years\":")
        .endsWith("\"by_label\":{\"growth of system\":1}}}]}");
  }

  @Test
  void thePictureHasALineForEachDriftAndNoneForASpike() {
    assertThat(report(List.of(1.0, 2.0)).svg())
        .contains(">new_systems<", ">purpose_change<", "false alarms per agent-year")
        .doesNotContain("spike");
  }
}
