package io.driftline.forest;

import java.util.Arrays;
import java.util.Objects;

/**
 * How anomalous an action is.
 *
 * @param score −25·log10 p, at least 0 and without an upper bound: for ranking
 * @param lead the detector that says most
 * @param byDetector what each detector says by {@link Detector} ordinal, on the same scale, at
 *     least 0; the score is the highest
 * @param modelId the model that judged; {@code null} while there is none
 */
public record Verdict(double score, Detector lead, double[] byDetector, String modelId) {

  private static final double HIGHEST_SHOWN = 100;

  public Verdict {
    requireScore("score", score);
    Objects.requireNonNull(lead, "lead");
    if (byDetector.length != Detector.values().length) {
      throw new IllegalArgumentException(
          "byDetector must hold %d scores, got %d"
              .formatted(Detector.values().length, byDetector.length));
    }
    byDetector = byDetector.clone();
    for (Detector detector : Detector.values()) {
      requireScore(detector.code(), byDetector[detector.ordinal()]);
    }
  }

  private static void requireScore(String what, double score) {
    if (!(score >= 0 && score < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s must be finite and at least 0, was %s".formatted(what, score));
    }
  }

  /** A copy of the scores by {@link Detector} ordinal. */
  @Override
  public double[] byDetector() {
    return byDetector.clone();
  }

  /** What one detector says, at least 0. */
  public double scoreOf(Detector detector) {
    return byDetector[detector.ordinal()];
  }

  /** The score for showing and for thresholds, from 0 to 100. */
  public double shownScore() {
    return Math.min(HIGHEST_SHOWN, score);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Verdict verdict
        && Double.compare(score, verdict.score) == 0
        && lead == verdict.lead
        && Arrays.equals(byDetector, verdict.byDetector)
        && Objects.equals(modelId, verdict.modelId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(score, lead, Arrays.hashCode(byDetector), modelId);
  }
}
