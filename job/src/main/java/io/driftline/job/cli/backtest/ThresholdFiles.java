package io.driftline.job.cli.backtest;

import io.driftline.job.cli.CommandFailure;
import io.driftline.job.cli.InputFile;
import io.driftline.job.cli.control.ThresholdsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@code --thresholds} names. */
final class ThresholdFiles {

  private ThresholdFiles() {}

  /**
   * The sets, in the order in which they were named.
   *
   * @param named each a file of thresholds, or a line from 0 to 100 for all agents
   * @param configured the line where a file does not speak; the only set if none is named
   * @throws CommandFailure if one cannot be read
   */
  static List<ThresholdSet> read(List<String> named, double configured) throws IOException {
    if (named.isEmpty()) {
      return List.of(ThresholdSet.ofLine(configured));
    }
    List<ThresholdSet> sets = new ArrayList<>();
    for (String each : named) {
      sets.add(each.matches("[0-9.]+") ? line(each) : file(Path.of(each), configured));
    }
    return sets;
  }

  private static ThresholdSet line(String text) {
    try {
      return ThresholdSet.ofLine(Double.parseDouble(text));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("--thresholds " + text + " is no line from 0 to 100", "say 75");
    }
  }

  private static ThresholdSet file(Path file, double configured) throws IOException {
    return new ThresholdSet(
        file.getFileName().toString(),
        configured,
        ThresholdsFile.read(InputFile.requireReadable(file)).policy());
  }
}
