package io.driftline.job.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.decide.ThresholdPolicy;
import io.driftline.decide.ThresholdRule;
import io.driftline.decide.ThresholdScope;
import io.driftline.forest.Detector;
import io.driftline.job.cli.simulation.SimulationFiles;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobFiles;
import io.driftline.job.evaluate.LabelFile;
import io.driftline.job.state.Ordering;
import io.driftline.simulate.EnterpriseSimulator;
import io.driftline.simulate.SimulationSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is decided anew over the scores of one run is what the job decides when it runs anew. */
@Timeout(300)
class ReplayITCase {

  private static final ThresholdSet PLAIN = ThresholdSet.ofLine(75);
  private static final ThresholdSet RULES =
      new ThresholdSet(
          "rules",
          75,
          new ThresholdPolicy(
              1,
              List.of(
                  new ThresholdRule(ThresholdScope.GLOBAL, null, null, 70),
                  new ThresholdRule(ThresholdScope.GLOBAL, null, Detector.SURPRISE, 88),
                  new ThresholdRule(ThresholdScope.KIND, "personal", null, 62)),
              Map.of()));

  @TempDir private static Path folder;

  private static SimulationFiles files;
  private static ScoreLog plain;
  private static ScoreLog rules;
  private static Window all;

  @BeforeAll
  static void runTwice() throws Exception {
    files = new SimulationFiles(folder);
    SimulationSettings enterprise = SimulationSettings.defaults().withSeed(3);
    files.write(new EnterpriseSimulator(enterprise), action -> {});
    plain = run(PLAIN);
    rules = run(RULES);
    all = new Window(Long.MIN_VALUE, Long.MAX_VALUE).around(plain);
  }

  private static ScoreLog run(ThresholdSet set) throws Exception {
    Configuration config =
        new Configuration()
            .set(DriftlineOptions.ORDER, Ordering.EVENT_TIME)
            .set(DriftlineOptions.REGISTRY, files.registry().toString());
    try (History history = History.ofFiles(List.of(files.activity()), config)) {
      return new BacktestRun(JobFiles.settings(config).with(set.rules()), 2, null)
          .run(
              history.until(Long.MAX_VALUE),
              new ActionTruth(LabelFile.read(files.labels())),
              Detector.values().length,
              scored -> {})
          .log();
    }
  }

  @Test
  void theLinesChangeNoScore() {
    assertThat(plain.size()).isEqualTo(rules.size()).isGreaterThan(10_000);
    for (int i = 0; i < plain.size(); i++) {
      assertThat(rules.verdict(i)).isEqualTo(plain.verdict(i));
    }
  }

  @Test
  void theSameLinesRaiseTheSameAlerts() {
    assertThat(AlertCounts.of(plain, all, PLAIN))
        .usingRecursiveComparison()
        .isEqualTo(AlertCounts.ofJob(plain, all));
  }

  @Test
  void otherLinesRaiseWhatTheJobRaisesWithThem() {
    AlertCounts counts = AlertCounts.of(plain, all, RULES);
    assertThat(counts).usingRecursiveComparison().isEqualTo(AlertCounts.ofJob(rules, all));
    assertThat(counts.total()).isPositive().isNotEqualTo(AlertCounts.ofJob(plain, all).total());
  }

  @Test
  void whatTheCurveLeavesOutMakesNoDifference() {
    ScoreLog condensed = plain.condensed(AlertCurve.LOWEST);
    assertThat(condensed.size()).isLessThan(plain.size());
    for (int line = 50; line <= 100; line += 10) {
      ThresholdSet set = ThresholdSet.ofLine(line);
      assertThat(AlertCounts.of(condensed, all, set))
          .as("line " + line)
          .usingRecursiveComparison()
          .isEqualTo(AlertCounts.of(plain, all, set));
    }
  }
}
