package io.driftline.job.cli.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import io.driftline.activity.AgentKind;
import io.driftline.drift.DriftDimension;
import io.driftline.feature.SensitivityTable;
import io.driftline.job.TestActions;
import io.driftline.job.config.JobSettings;
import io.driftline.job.identify.Cohorts;
import io.driftline.job.ingest.AgentActionJson;
import io.driftline.registry.AgentRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivitySurveyTest {
  private static final long HOUR = TimeUnit.HOURS.toMillis(1);
  private static final long DAY = TimeUnit.DAYS.toMillis(1);
  private static final long MONDAY = TestActions.MONDAY / DAY;
  private static final DayRange ALWAYS = DayRange.of(null, null);
  private static final JobSettings SETTINGS =
      JobSettings.of(
          new Configuration(),
          Cohorts.of(List.of(AgentRecord.of("a", AgentKind.PERSONAL, null, "sales"))),
          SensitivityTable.shipped(),
          null);

  @TempDir private Path folder;

  private Path file(String name, AgentAction... actions) throws IOException {
    List<String> lines =
        Stream.of(actions)
            .map(action -> new String(AgentActionJson.write(action), StandardCharsets.UTF_8))
            .toList();
    return Files.write(folder.resolve(name), lines);
  }

  private static ActivitySurvey survey(Path... files) throws IOException {
    return ActivitySurvey.of(List.of(files), SETTINGS, "a");
  }

  @Test
  void anEventThatComesAgainIsCountedOnceInWhicheverFile() throws IOException {
    AgentAction first = TestActions.read("a", "e1", TestActions.MONDAY);
    AgentAction second = TestActions.read("a", "e2", TestActions.MONDAY + DAY);

    List<AgentDays> agents =
        survey(file("one.jsonl", first, second), file("two.jsonl", second)).agents();

    assertThat(agents).hasSize(1);
    assertThat(agents.get(0).actions()).containsOnlyKeys(MONDAY, MONDAY + 1).containsValue(1);
    assertThat(agents.get(0).cohort()).isEqualTo("personal/sales");
  }

  @Test
  void agentsComeInOrderAndStandInTheirCohorts() throws IOException {
    List<AgentDays> agents =
        survey(
                file(
                    "both.jsonl",
                    TestActions.read("b", "e1", TestActions.MONDAY),
                    TestActions.read("a", "e2", TestActions.MONDAY)))
            .agents();

    assertThat(agents).extracting(AgentDays::agentId).containsExactly("a", "b");
    assertThat(agents)
        .extracting(AgentDays::cohort)
        .containsExactly("personal/sales", "personal/unknown");
  }

  @Test
  void recordsThatAreNoActionsAreCounted() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.jsonl"), "{}\nnonsense\n");

    assertThat(survey(file).refused()).isEqualTo(2);
    assertThat(survey(file).firstRefused().position().offset()).isEqualTo(1);
    assertThat(survey(file).agents()).isEmpty();
  }

  @Test
  void anHourCountsOnceForEachValueOfTheAgentLookedAt() throws IOException {
    HoursByValue systems =
        survey(
                file(
                    "hours.jsonl",
                    TestActions.read("a", "e1", TestActions.MONDAY),
                    TestActions.read("a", "e2", TestActions.MONDAY + 1),
                    TestActions.read("a", "e3", TestActions.MONDAY + HOUR),
                    in("mail", "a", "e4", TestActions.MONDAY),
                    in("erp", "b", "e5", TestActions.MONDAY)))
            .values()
            .get(DriftDimension.SYSTEM);

    assertThat(systems.heaviest(ALWAYS)).containsExactly("crm", "mail");
    assertThat(systems.count("crm", ALWAYS)).isEqualTo(2);
    assertThat(systems.total(ALWAYS)).isEqualTo(3);
    assertThat(systems.total(new DayRange(MONDAY + 1, MONDAY + 9))).isZero();
  }

  private static AgentAction in(String system, String agent, String event, long time) {
    return TestActions.action(agent, event, time, "s1", system, "read", system + ":read", null);
  }
}
