package io.driftline.job.cli.backtest;

import io.driftline.decide.Anomaly;
import io.driftline.incident.IncidentChange;
import java.util.List;

/** Makes the report of a run. */
final class BacktestAnalysis {

  private final BacktestRun.Results run;
  private final Window window;

  /**
   * @param asked the window that was asked for; the report is about the part with activity
   */
  BacktestAnalysis(BacktestRun.Results run, Window asked) {
    this.run = run;
    this.window = asked.around(run.log());
  }

  /**
   * The report.
   *
   * @param sets the first is the one with which the job ran
   * @param budgets alerts a day
   * @param withTruth whether there are labels
   */
  Backtest report(
      Backtest.Source source, List<ThresholdSet> sets, List<Double> budgets, boolean withTruth) {
    List<Day> days = Day.of(run.log(), window);
    AlertCurve curve = AlertCurve.of(run.log(), window);
    BudgetFit fit = new BudgetFit(curve, days);
    List<Anomaly> alerts =
        run.anomalies().stream().filter(each -> isIn(each.time().toEpochMilli())).toList();
    return new Backtest(
        source,
        window,
        run.log().agents().size(),
        days,
        sets.stream().map(set -> result(set, fit)).toList(),
        curve,
        budgets.stream().map(each -> Suggestion.of(each, fit, run.log(), window)).toList(),
        fit.days(),
        withTruth ? TruthCounts.of(run.log(), window) : null,
        AgentAlerts.of(run.log(), window),
        FeatureAlerts.of(alerts),
        alerts,
        run.drift().stream().filter(each -> isIn(each.signal().found() - 1)).toList(),
        others());
  }

  private SetResult result(ThresholdSet set, BudgetFit fit) {
    AlertCounts counts = AlertCounts.of(run.log(), window, set);
    return new SetResult(set, counts, fit.rate(counts));
  }

  private Backtest.OtherCounts others() {
    long opened =
        run.incidents().stream()
            .filter(each -> each.change() == IncidentChange.OPENED && isIn(each.time()))
            .count();
    return new Backtest.OtherCounts((int) opened, run.findings(), run.refused().size());
  }

  private boolean isIn(long time) {
    return window.contains(time);
  }
}
