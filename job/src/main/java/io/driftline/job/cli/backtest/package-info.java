/** Replays history and tells what alert lines would have cost. */
package io.driftline.job.cli.backtest;
