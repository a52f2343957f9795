package io.driftline.job.cli.bench;

import java.util.List;

/**
 * What the pairs say of skew.
 *
 * @param runs the even input in the place of the minimal job, the skewed one in the pipeline's
 */
record SkewReport(BenchReport runs) {

  static SkewReport of(long events, int agents, List<PairedRuns.Pair> pairs) {
    return new SkewReport(BenchReport.of(events, agents, pairs));
  }

  /** By how much the skewed input goes slower, of medians; below 0 if it goes faster. */
  double loss() {
    return 1 - runs.ratioOfMedians();
  }

  /** For people. */
  String text() {
    return String.join(
        System.lineSeparator(),
        BenchReport.format(
            "%,d events over %,d agents, %d pairs of runs",
            runs.events(), runs.agents(), runs.minimalPerSecond().size()),
        BenchReport.line("even", runs.minimalPerSecond()),
        BenchReport.line("skewed", runs.pipelinePerSecond()),
        BenchReport.format("loss of medians  %.1f %%", 100 * loss()),
        BenchReport.format(
            "loss by pair     %.1f – %.1f %%",
            100 * (1 - runs.largestRatio()), 100 * (1 - runs.smallestRatio())));
  }
}
