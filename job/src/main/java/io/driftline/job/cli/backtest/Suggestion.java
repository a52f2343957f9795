package io.driftline.job.cli.backtest;

/**
 * The alert line for a budget.
 *
 * @param perDay alerts a day that people can look at
 * @param line the line; {@link Double#NaN} if there is none
 * @param usual alerts a day that it would have raised on the days it rests on, weekdays and
 *     weekends as in a week; {@link Double#NaN} without line
 * @param worst alerts on the worst day of the window, warm-up included
 */
record Suggestion(double perDay, double line, double usual, int worst) {

  static Suggestion of(double perDay, BudgetFit fit, ScoreLog log, Window window) {
    double line = fit.line(perDay);
    if (Double.isNaN(line)) {
      return new Suggestion(perDay, line, Double.NaN, 0);
    }
    AlertCounts counts = AlertCounts.of(log, window, ThresholdSet.ofLine(line));
    return new Suggestion(perDay, line, fit.rate(counts), counts.worstDay());
  }

  boolean exists() {
    return !Double.isNaN(line);
  }
}
