package io.driftline.job.cli.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Times two things in pairs, the order swapped from pair to pair, so that whatever drifts (heat,
 * caches, neighbours on the machine) strikes both alike. The first pair warms up and is thrown
 * away.
 */
final class PairedRuns {

  /** Times one run; {@code label} differs from run to run. */
  @FunctionalInterface
  interface Run {
    Duration time(String label) throws Exception;
  }

  /**
   * One pair of times.
   *
   * @param minimal of the minimal job
   * @param pipeline of the pipeline under test
   */
  record Pair(Duration minimal, Duration pipeline) {}

  private final Run minimal;
  private final Run pipeline;

  PairedRuns(Run minimal, Run pipeline) {
    this.minimal = minimal;
    this.pipeline = pipeline;
  }

  /** The times of {@code pairs} pairs, after one more that is not counted. */
  List<Pair> time(int pairs) throws Exception {
    List<Pair> all = new ArrayList<>();
    for (int i = 0; i <= pairs; i++) {
      all.add(pair(i));
    }
    return List.copyOf(all.subList(1, all.size()));
  }

  private Pair pair(int index) throws Exception {
    String first = index + "-minimal";
    String second = index + "-pipeline";
    if (index % 2 == 0) {
      Duration a = minimal.time(first);
      return new Pair(a, pipeline.time(second));
    }
    Duration b = pipeline.time(second);
    return new Pair(minimal.time(first), b);
  }
}
