package io.driftline.job.cli.backtest;

import io.driftline.job.cli.simulation.SimulationFiles;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobFiles;
import io.driftline.job.evaluate.Labels;
import io.driftline.job.state.Ordering;
import io.driftline.simulate.EnterpriseSimulator;
import io.driftline.simulate.SimulationSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.flink.configuration.Configuration;

/**
 * What a line that is suggested by the second of three undisturbed weeks raises in the third.
 *
 * @param budget alerts a day that were asked for
 * @param line the suggested line; {@link Double#NaN} for none
 * @param alerts a day in the third week
 */
record FollowingWeek(double budget, double line, double alerts) {

  private static final long WEEK = Duration.ofDays(7).toMillis();

  /** Simulates three weeks with this seed in an empty folder. */
  static List<FollowingWeek> of(long seed, int agents, List<Double> budgets, Path folder)
      throws Exception {
    SimulationSettings enterprise = threeWeeks(seed, agents);
    SimulationFiles files = new SimulationFiles(folder);
    files.write(new EnterpriseSimulator(enterprise), action -> {});
    ScoreLog log = run(files);
    long start = enterprise.start().toEpochMilli();
    Window second = new Window(start + WEEK, start + 2 * WEEK);
    Window third = new Window(start + 2 * WEEK, start + 3 * WEEK);
    BudgetFit fit = new BudgetFit(AlertCurve.of(log, second), Day.of(log, second));
    List<FollowingWeek> found = new ArrayList<>();
    for (double budget : budgets) {
      double line = fit.line(budget);
      double alerts =
          Double.isNaN(line)
              ? Double.NaN
              : AlertCounts.of(log, third, ThresholdSet.ofLine(line)).total() / 7.0;
      found.add(new FollowingWeek(budget, line, alerts));
    }
    return found;
  }

  /** How far the third week was from the budget, as a share of it; negative if below. */
  double error() {
    return alerts / budget - 1;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%4.0f a day: line %5.1f, %5.1f a day, %+4.0f %%",
        budget,
        line,
        alerts,
        100 * error());
  }

  private static SimulationSettings threeWeeks(long seed, int agents) {
    SimulationSettings defaults = SimulationSettings.defaults();
    return new SimulationSettings(
        seed,
        agents,
        defaults.people(),
        21,
        defaults.start(),
        defaults.actionsPerAgentDay(),
        Set.of(),
        defaults.attackFrom());
  }

  private static ScoreLog run(SimulationFiles files) throws Exception {
    Configuration config =
        new Configuration()
            .set(DriftlineOptions.ORDER, Ordering.EVENT_TIME)
            .set(DriftlineOptions.REGISTRY, files.registry().toString());
    try (History history = History.ofFiles(List.of(files.activity()), config)) {
      return new BacktestRun(JobFiles.settings(config), 2, null)
          .run(history.until(Long.MAX_VALUE), new ActionTruth(Labels.none()), 0, scored -> {})
          .log();
    }
  }
}
