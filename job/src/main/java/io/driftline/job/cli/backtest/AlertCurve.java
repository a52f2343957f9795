package io.driftline.job.cli.backtest;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What each alert line, the same for all agents, would have raised.
 *
 * @param counts by line, the lowest line first
 */
record AlertCurve(List<AlertCounts> counts) {

  /** The lowest line that is tried: one ordinary action in a hundred. */
  static final double LOWEST = 50;

  private static final double STEP = 1;
  private static final int LINES = 51;

  AlertCurve {
    counts = List.copyOf(counts);
  }

  /** Tries every line. */
  static AlertCurve of(ScoreLog log, Window window) {
    ScoreLog condensed = log.condensed(LOWEST);
    return new AlertCurve(
        IntStream.range(0, LINES)
            .parallel()
            .mapToObj(i -> AlertCounts.of(condensed, window, ThresholdSet.ofLine(line(i))))
            .toList());
  }

  /** How many lines there are. */
  int lines() {
    return counts.size();
  }

  /** The line at a place. */
  static double line(int index) {
    return LOWEST + STEP * index;
  }
}
