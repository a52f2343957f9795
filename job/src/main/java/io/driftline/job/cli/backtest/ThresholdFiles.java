package io.driftline.job.cli.backtest;

import io.driftline.decide.Thresholds;
import io.driftline.job.cli.CommandFailure;
import java.util.List;

/** Reads what {@code --thresholds} names. */
final class ThresholdFiles {

  private ThresholdFiles() {}

  /**
   * The sets, in the order in which they were named.
   *
   * @param named each a line from 0 to 100 for all agents
   * @throws CommandFailure if one cannot be read
   */
  static List<ThresholdSet> read(List<String> named) {
    return named.stream().map(ThresholdFiles::read).toList();
  }

  private static ThresholdSet read(String named) {
    try {
      return new ThresholdSet("line " + named, new Thresholds(Double.parseDouble(named)));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("--thresholds " + named + " is no line from 0 to 100", "write 75");
    }
  }
}
