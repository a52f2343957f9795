package io.driftline.job.cli.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.driftline.simulate.DriftScript;
import io.driftline.simulate.DriftSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftStudyTest {
  private static final DriftSettings ENTERPRISE =
      DriftSettings.of(
          DriftSettings.defaults().enterprise().withAgents(20).withPeople(20).withDays(80));
  private static final List<Double> SENSITIVITIES = List.of(0.5, 1.0);
  private static final WatchedAgent.Factory FACTORY =
      (agent, sensitivity) -> new DistinctSystems(sensitivity);

  private static StudyReport run(boolean shuffled, int threads) throws InterruptedException {
    StudySettings settings = new StudySettings(2, ENTERPRISE, SENSITIVITIES, shuffled);
    return new DriftStudy(settings, FACTORY).run(threads, run -> {});
  }

  @Test
  void findsNewSystemsAndNothingInMoreErrors() throws InterruptedException {
    StudyFigures figures = run(false, 1).main();
    assertThat(figures.scripts())
        .extracting(ScriptFigures::script)
        .containsExactly(DriftScript.values());
    ScriptFigures systems = figures.scripts().get(DriftScript.NEW_SYSTEMS.ordinal());
    ScriptFigures errors = figures.scripts().get(DriftScript.MORE_ERRORS.ordinal());
    assertThat(systems.agents()).isEqualTo(4);
    assertThat(systems.rightInTime()).isGreaterThan(errors.rightInTime()).isGreaterThan(0.7);
    assertThat(figures.falseAlarms().agentYears()).isGreaterThan(1);
  }

  @Test
  void neitherThreadsNorTheOrderWithinADayMatter() throws InterruptedException {
    StudyReport report = run(false, 1);
    assertThat(run(false, 2).text()).isEqualTo(report.text());
    assertThat(run(true, 2).text()).isEqualTo(report.text());
  }

  @Test
  void tellsOfEachEnterpriseInOrder() throws InterruptedException {
    List<Long> seeds = new ArrayList<>();
    StudySettings settings = new StudySettings(2, ENTERPRISE, SENSITIVITIES, false);
    new DriftStudy(settings, FACTORY).run(2, run -> seeds.add(run.seed()));
    assertThat(seeds).containsExactly(1L, 2L);
  }

  @Test
  void saysWhyAnEnterpriseCouldNotBePlayed() {
    StudySettings settings = new StudySettings(1, ENTERPRISE, SENSITIVITIES, false);
    WatchedAgent.Factory broken =
        (agent, sensitivity) -> {
          throw new UnsupportedOperationException("no detector");
        };
    assertThatIllegalStateException()
        .isThrownBy(() -> new DriftStudy(settings, broken).run(1, run -> {}))
        .withMessageContaining("no detector");
  }

  @Test
  void refusesSettingsThatMeanNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StudySettings(0, ENTERPRISE, SENSITIVITIES, false))
        .withMessage("--seeds must be at least 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StudySettings(1, ENTERPRISE, List.of(1.0, -1.0), false))
        .withMessage("--sensitivities must be finite and above 0, were [1.0, -1.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StudySettings(1, ENTERPRISE, List.of(), false));
  }
}
