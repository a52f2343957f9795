package io.driftline.job.evaluate;

import java.util.Objects;

/**
 * One evaluation among several that differ in their seed alone.
 *
 * @param seed of every random choice
 * @param result what was measured
 * @param seconds how long the scoring took; finite, at least 0
 */
public record SeedRun(long seed, EvaluationResult result, double seconds) {

  public SeedRun {
    Objects.requireNonNull(result, "result");
    if (!(seconds >= 0 && Double.isFinite(seconds))) {
      throw new IllegalArgumentException("seconds must be finite and at least 0, was " + seconds);
    }
  }
}
