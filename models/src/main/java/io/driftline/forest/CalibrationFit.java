package io.driftline.forest;

import java.util.Arrays;

/**
 * Fits a {@link ScoreCalibration} to a sample of n raw scores.
 *
 * <p><b>Body.</b> At a sampled score v the tail probability is the share of the sample at or above
 * it, #{≥ v} / (n + 1), as a conformal p-value counts (S. Bates et al., <i>Testing for outliers
 * with conformal p-values</i>, 2023). At raw score 0 it is 1.
 *
 * <p><b>Tail.</b> Above a threshold u, which the top {@value #TAIL_SHARE} of the sample reach (at
 * least {@value #LEAST_TAIL} scores), p(s) = p(u)·exp(−(s − u)/β) with β the mean excess over u:
 * peaks over threshold (J. Pickands, <i>Statistical inference using extreme order statistics</i>,
 * 1975) with the shape of the generalized Pareto distribution held at 0. A fitted shape below 0
 * would end the tail at a finite score and tie all scores beyond it.
 *
 * <p><b>Degenerate samples.</b> From fewer than {@value #LEAST_SCORES} scores no tail can be
 * claimed: the score then rises in a line from 0 to that of p = 1/{@value #LEAST_SCORES}, about 33,
 * and never reaches an alert line. If the scores of the tail are all equal, they show no β; then β
 * is {@value #DEFAULT_EXCESS}, about the noise of one hundred random trees.
 */
final class CalibrationFit {

  static final int LEAST_SCORES = 20;

  private static final double TAIL_SHARE = 0.05;
  private static final int LEAST_TAIL = 10;

  /** The mean path of 100 trees has a standard error near 0.2 splits, 0.007 in raw score. */
  private static final double DEFAULT_EXCESS = 0.01;

  /** A mean excess below this is rounding, not spread. */
  private static final double LEAST_EXCESS = 1e-6;

  private final double[] sorted;

  private CalibrationFit(double[] sorted) {
    this.sorted = sorted;
  }

  /** The calibration for this sample, in ascending order. */
  static ScoreCalibration of(double[] sorted) {
    return sorted.length < LEAST_SCORES ? cautious() : new CalibrationFit(sorted).fit();
  }

  private static ScoreCalibration cautious() {
    return new ScoreCalibration(new double[1], new double[1], points(1.0 / LEAST_SCORES));
  }

  private ScoreCalibration fit() {
    int tail = tailStart();
    double[] raw = new double[ScoreCalibration.MAX_KNOTS];
    double[] points = new double[ScoreCalibration.MAX_KNOTS];
    int knots = 1;
    int steps = ScoreCalibration.MAX_KNOTS - 2;
    for (int step = 0; step <= steps; step++) {
      int index = firstEqual((int) ((long) tail * step / steps));
      if (sorted[index] > raw[knots - 1]) {
        raw[knots] = sorted[index];
        points[knots++] = points((sorted.length - index) / (sorted.length + 1.0));
      }
    }
    double tailSlope = points(1 / Math.E) / meanExcess(tail);
    return new ScoreCalibration(Arrays.copyOf(raw, knots), Arrays.copyOf(points, knots), tailSlope);
  }

  /** The least index at whose score the tail is no larger than wanted, ties kept together. */
  private int tailStart() {
    int wanted = Math.max(LEAST_TAIL, (int) (TAIL_SHARE * sorted.length));
    int index = sorted.length - wanted;
    if (firstEqual(index) == index) {
      return index;
    }
    int next = index;
    while (next < sorted.length && sorted[next] == sorted[index]) {
      next++;
    }
    return next < sorted.length ? next : firstEqual(index);
  }

  private int firstEqual(int index) {
    int first = index;
    while (first > 0 && sorted[first - 1] == sorted[first]) {
      first--;
    }
    return first;
  }

  /** Over the scores above the threshold; by lack of memory the threshold itself is none. */
  private double meanExcess(int tail) {
    double threshold = sorted[tail];
    double mean =
        Arrays.stream(sorted, tail, sorted.length)
            .filter(score -> score > threshold)
            .map(score -> score - threshold)
            .average()
            .orElse(0);
    return mean < LEAST_EXCESS ? DEFAULT_EXCESS : mean;
  }

  private static double points(double tailProbability) {
    return -ScoreCalibration.POINTS_PER_DECADE * StrictMath.log10(tailProbability);
  }
}
