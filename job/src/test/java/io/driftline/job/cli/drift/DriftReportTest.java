package io.driftline.job.cli.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DriftReportTest {
  private static final DayRange ALWAYS = DayRange.of(null, null);
  private static final List<DriftEvent> ALL =
      List.of(
          DriftEvents.peers(), DriftEvents.mixShift(), DriftEvents.growth(), DriftEvents.errors());

  private static DriftReport report(AgentDays agent, DayRange range, boolean everyone) {
    Timeline timeline = Timeline.of(agent, range, ALL);
    return new DriftReport(List.of(timeline), everyone, DriftSettings.defaults());
  }

  @Test
  void tellsEachDriftInOrderOfTimeAndTheTotals() throws IOException {
    assertThat(report(DriftEvents.days(60), ALWAYS, false).text())
        .isEqualTo(golden("timeline.txt"));
  }

  @Test
  void noLineIsTooLongAndNothingSteersTheTerminal() {
    assertThat(report(DriftEvents.days(60), ALWAYS, false).text().lines())
        .allSatisfy(
            line -> assertThat(line).hasSizeLessThanOrEqualTo(100).doesNotContain("\u001b"));
  }

  @Test
  void anAgentWithoutDriftIsToldOfWhereItWasAskedFor() {
    DayRange early = new DayRange(0, DriftEvents.MONDAY.toEpochDay() + 24);
    assertThat(report(DriftEvents.days(60), early, true).text())
        .isEqualTo(
            """
            sales-�[2J7  organizational/sales
              seen for 25 days, 2026-03-02 to 2026-03-26, active on 25 of them, 100 actions
              no drift in 25 days

            1 agent, 25 days from 2026-03-02 to 2026-03-26: no drift
            """);
    assertThat(report(DriftEvents.days(60), early, false).text())
        .isEqualTo("1 agent, 25 days from 2026-03-02 to 2026-03-26: no drift\n");
  }

  @Test
  void tooFewDaysToTellAreNoProofOfConstancy() {
    DayRange early = new DayRange(0, DriftEvents.MONDAY.toEpochDay() + 11);
    assertThat(report(DriftEvents.days(12), early, true).text())
        .contains(
            "no drift in 12 days: too few to tell, the last 7 are compared with at least 14 before",
            "2026-03-13: no drift; 1 agent seen for too few days to tell\n");
  }

  @Test
  void anAgentThatDidNothingOnTheDaysInQuestionSaysSo() {
    assertThat(report(DriftEvents.days(12), new DayRange(0, 1), true).text())
        .contains("  no action on the days in question\n")
        .endsWith("1 agent, no action on the days in question: no drift\n");
  }

  @Test
  void onlyWhatWasFoundInTheRangeIsTold() {
    long monday = DriftEvents.MONDAY.toEpochDay();
    assertThat(report(DriftEvents.days(60), new DayRange(monday + 29, monday + 40), false).text())
        .contains("2026-03-31  mix shift", "2026-04-11  growth")
        .doesNotContain("level shift", "peer divergence");
  }

  @Test
  void theTotalsOfSeveralAgentsSayHowManyDrifted() {
    AgentDays other =
        new AgentDays("other", DriftEvents.COHORT, DriftEvents.days(80).actions(), new TreeMap<>());
    List<Timeline> timelines =
        Stream.of(DriftEvents.days(60), other).map(days -> Timeline.of(days, ALWAYS, ALL)).toList();
    assertThat(new DriftReport(timelines, false, DriftSettings.defaults()).text())
        .doesNotContain("other")
        .endsWith(
            """
            2 agents, 80 days from 2026-03-02 to 2026-05-20: 4 drifts of 1 agent (1 growth, 1 level shift, 1 mix
            shift, 1 peer divergence)
            """);
  }

  @Test
  void jsonHasALineForEachDriftAsInTheTopic() {
    assertThat(report(DriftEvents.days(60), ALWAYS, false).json().lines())
        .hasSize(4)
        .first()
        .asString()
        .startsWith("{\"schema\":\"driftline.drift/1\",")
        .contains("\"time\":\"2026-04-01T00:00:00Z\"");
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = DriftReportTest.class.getResourceAsStream("/timelines/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
