package io.driftline.forest;

import java.util.Arrays;

/**
 * Maps a detector's raw score to how rare it is: the tail probability p that an ordinary row scores
 * at least as high, shown as the score −25·log10 p. 50 is one in a hundred, 75 one in a thousand,
 * 100 one in ten thousand.
 *
 * <p>The score is a polygon through knots, continued beyond the last knot by a straight line: an
 * exponential tail. It is strictly increasing (up to rounding), so that no two raw scores tie, not
 * even beyond the highest that was seen. Immutable; see {@link CalibrationFit} for how the knots
 * are chosen. A raw score that is not from 0 to 1, NaN included, is refused: it came from no
 * forest.
 */
public final class ScoreCalibration {

  /** How many knots a calibration has at most. */
  public static final int MAX_KNOTS = 256;

  /** Score points per factor of ten in rarity. */
  static final double POINTS_PER_DECADE = 25;

  private static final double HIGHEST_SCORE = 100;

  private final double[] raw;
  private final double[] points;
  private final double tailSlope;

  /**
   * @param raw raw scores at the knots, strictly increasing, the first 0
   * @param points scores at the knots, strictly increasing, the first not below 0
   * @param tailSlope points per unit of raw score beyond the last knot, above 0
   */
  ScoreCalibration(double[] raw, double[] points, double tailSlope) {
    requireKnots("raw score", raw);
    requireKnots("score", points);
    if (raw.length != points.length || raw[0] != 0 || raw[raw.length - 1] > 1) {
      throw new IllegalArgumentException(
          "Knots must pair raw scores from 0 to at most 1 with scores, got %d from %s to %s and %d"
              .formatted(raw.length, raw[0], raw[raw.length - 1], points.length));
    }
    if (!(tailSlope > 0 && tailSlope < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("Tail slope must be above 0, was " + tailSlope);
    }
    this.raw = raw.clone();
    this.points = points.clone();
    this.tailSlope = tailSlope;
  }

  private static void requireKnots(String what, double[] knots) {
    if (knots.length < 1 || knots.length > MAX_KNOTS) {
      throw new IllegalArgumentException(
          "There must be 1 to %d knots, got %d".formatted(MAX_KNOTS, knots.length));
    }
    double last = Math.nextDown(0.0);
    for (int i = 0; i < knots.length; i++) {
      if (!(knots[i] > last && knots[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Knots must increase from 0, but %s %d is %s after %s"
                .formatted(what, i, knots[i], last));
      }
      last = knots[i];
    }
  }

  /**
   * Learns the calibration from the raw scores of recent rows.
   *
   * @param rawScores from 0 to 1, in any order; at least {@link CalibrationFit#LEAST_SCORES}, or
   *     the result is {@linkplain CalibrationFit too cautious to alert}. Not changed
   * @throws IllegalArgumentException if a score is NaN or not from 0 to 1
   */
  public static ScoreCalibration fit(double[] rawScores) {
    for (int i = 0; i < rawScores.length; i++) {
      requireRaw("Raw score " + i, rawScores[i]);
    }
    double[] sorted = rawScores.clone();
    Arrays.sort(sorted);
    return CalibrationFit.of(sorted);
  }

  /**
   * The score for showing and for thresholds: {@link #uncapped(double)}, at most 100.
   *
   * @param rawScore from 0 to 1
   * @throws IllegalArgumentException if the raw score is NaN or not from 0 to 1
   */
  public double score(double rawScore) {
    return Math.min(HIGHEST_SCORE, uncapped(rawScore));
  }

  /**
   * The score for ranking: −25·log10 p, at least 0 and without an upper bound.
   *
   * @param rawScore from 0 to 1
   * @throws IllegalArgumentException if the raw score is NaN or not from 0 to 1
   */
  public double uncapped(double rawScore) {
    requireRaw("Raw score", rawScore);
    int found = Arrays.binarySearch(raw, rawScore + 0.0);
    int knot = found >= 0 ? found : -found - 2;
    double beyond = rawScore - raw[knot];
    return points[knot] + beyond * slope(knot);
  }

  /**
   * The share of ordinary rows that score at least this high.
   *
   * @param rawScore from 0 to 1
   * @return above 0, at most 1
   * @throws IllegalArgumentException if the raw score is NaN or not from 0 to 1
   */
  public double tailProbability(double rawScore) {
    double decades = uncapped(rawScore) / POINTS_PER_DECADE;
    return Math.max(Double.MIN_VALUE, StrictMath.pow(10, -decades));
  }

  private double slope(int knot) {
    if (knot == raw.length - 1) {
      return tailSlope;
    }
    return (points[knot + 1] - points[knot]) / (raw[knot + 1] - raw[knot]);
  }

  double[] rawKnots() {
    return raw.clone();
  }

  double[] pointKnots() {
    return points.clone();
  }

  double tailSlope() {
    return tailSlope;
  }

  private static void requireRaw(String what, double rawScore) {
    if (!(rawScore >= 0 && rawScore <= 1)) {
      throw new IllegalArgumentException(
          "%s must be from 0 to 1, was %s".formatted(what, rawScore));
    }
  }
}
