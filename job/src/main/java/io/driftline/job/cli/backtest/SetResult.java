package io.driftline.job.cli.backtest;

/**
 * What a set of thresholds would have raised.
 *
 * @param set the thresholds
 * @param counts of the window
 * @param usual alerts a day without warm-up, as in {@link BudgetFit#rate}
 */
record SetResult(ThresholdSet set, AlertCounts counts, double usual) {}
