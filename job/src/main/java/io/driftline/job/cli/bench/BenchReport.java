package io.driftline.job.cli.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What the pairs say.
 *
 * @param events in the input
 * @param agents the events are spread over
 * @param minimalPerSecond events per second of the minimal job, pair by pair
 * @param pipelinePerSecond events per second of the pipeline under test, pair by pair
 * @param ratioOfMedians median of the pipeline's over median of the minimal job's
 * @param smallestRatio of the two within one pair
 * @param largestRatio of the two within one pair
 */
record BenchReport(
    long events,
    int agents,
    List<Double> minimalPerSecond,
    List<Double> pipelinePerSecond,
    double ratioOfMedians,
    double smallestRatio,
    double largestRatio) {

  static BenchReport of(long events, int agents, List<PairedRuns.Pair> pairs) {
    double[] minimal = perSecond(events, pairs, pair -> seconds(pair.minimal()));
    double[] pipeline = perSecond(events, pairs, pair -> seconds(pair.pipeline()));
    double[] ratios = new double[pairs.size()];
    Arrays.setAll(ratios, i -> pipeline[i] / minimal[i]);
    return new BenchReport(
        events,
        agents,
        Arrays.stream(minimal).boxed().toList(),
        Arrays.stream(pipeline).boxed().toList(),
        median(pipeline) / median(minimal),
        Arrays.stream(ratios).min().orElseThrow(),
        Arrays.stream(ratios).max().orElseThrow());
  }

  /** For people. */
  String text() {
    return String.join(
        System.lineSeparator(),
        format("%,d events over %,d agents, %d pairs of runs", events, agents, pairs()),
        line("minimal job", minimalPerSecond),
        line("pipeline", pipelinePerSecond),
        format("ratio of medians %.3f", ratioOfMedians),
        format("ratio by pair    %.3f – %.3f", smallestRatio, largestRatio));
  }

  private int pairs() {
    return minimalPerSecond.size();
  }

  static String line(String name, List<Double> perSecond) {
    double[] values = perSecond.stream().mapToDouble(Double::doubleValue).toArray();
    double least = Arrays.stream(values).min().orElseThrow();
    double most = Arrays.stream(values).max().orElseThrow();
    return format("%-12s %,9.0f events/s (%,.0f – %,.0f)", name, median(values), least, most);
  }

  private static double[] perSecond(
      long events, List<PairedRuns.Pair> pairs, ToDoubleFunction<PairedRuns.Pair> seconds) {
    return pairs.stream().mapToDouble(pair -> events / seconds.applyAsDouble(pair)).toArray();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  static String format(String pattern, Object... arguments) {
    return String.format(Locale.ROOT, pattern, arguments);
  }
}
