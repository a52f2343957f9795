package io.driftline.job.cli.backtest;

import io.driftline.decide.Thresholds;
import io.driftline.job.alert.JsonFields;
import java.util.Objects;

/**
 * Alert lines to compare.
 *
 * @param name what the report calls it: the file it is from
 * @param thresholds where alerts begin
 */
record ThresholdSet(String name, Thresholds thresholds) {

  ThresholdSet {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(thresholds, "thresholds");
  }

  /** The line of an action before it is raised for its agent. */
  double line(ScoreLog log, int action) {
    return thresholds.alert();
  }

  /** The line for agents of which nothing else is said. */
  double globalLine() {
    return thresholds.alert();
  }

  /** The lines in words. */
  String describe() {
    return "line " + JsonFields.decimal(thresholds.alert()) + " for all";
  }
}
