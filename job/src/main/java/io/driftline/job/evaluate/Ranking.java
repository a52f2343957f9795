package io.driftline.job.evaluate;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How well scores put positives above negatives. Only the order of the scores matters.
 *
 * <p>Equal scores cannot be told apart by any threshold, so they form one group that a threshold
 * takes or leaves as a whole. Infinite scores are ordered like any other; NaN is refused, because
 * it has no place in an order. Every measure is empty when there is no positive or no negative:
 * nothing was ranked then, and any number would mislead.
 *
 * <p>Building one takes O(n log n) time, each measure O(n).
 */
public final class Ranking {

  private final int positives;
  private final int negatives;

  /** Positives at or above the g-th highest distinct score. */
  private final int[] truePositives;

  /** Negatives at or above the g-th highest distinct score. */
  private final int[] falsePositives;

  private Ranking(double[] positiveScores, double[] negativeScores) {
    positives = positiveScores.length;
    negatives = negativeScores.length;
    int[] hits = new int[positives + negatives];
    int[] misses = new int[positives + negatives];
    int groups = 0;
    int p = positives - 1;
    int n = negatives - 1;
    while (p >= 0 || n >= 0) {
      double threshold = Math.max(scoreAt(positiveScores, p), scoreAt(negativeScores, n));
      p = firstBelow(positiveScores, p, threshold);
      n = firstBelow(negativeScores, n, threshold);
      hits[groups] = positives - 1 - p;
      misses[groups] = negatives - 1 - n;
      groups++;
    }
    truePositives = Arrays.copyOf(hits, groups);
    falsePositives = Arrays.copyOf(misses, groups);
  }

  /**
   * Ranks the scores.
   *
   * @param scores one score per row; higher means more suspicious
   * @param positive whether each row is a positive; as long as {@code scores}
   * @throws IllegalArgumentException if the lengths differ or a score is NaN
   */
  public static Ranking of(double[] scores, boolean[] positive) {
    if (scores.length != positive.length) {
      throw new IllegalArgumentException(
          "as many scores as labels are needed, got " + scores.length + " and " + positive.length);
    }
    return new Ranking(sorted(scores, positive, true), sorted(scores, positive, false));
  }

  /**
   * The probability that a random positive scores above a random negative, ties counted half, in
   * [0, 1]: the Mann–Whitney U statistic over the number of pairs (Hanley and McNeil, 1982).
   */
  public OptionalDouble rocAuc() {
    if (isUndefined()) {
      return OptionalDouble.empty();
    }
    long twiceWon = 0;
    for (int g = 0; g < truePositives.length; g++) {
      twiceWon += (long) added(falsePositives, g) * (truePositives[g] + before(truePositives, g));
    }
    return OptionalDouble.of(twiceWon / (2.0 * positives * negatives));
  }

  /**
   * Average precision, in (0, 1]: the sum over thresholds of precision times the recall gained
   * there. This is the step-wise sum, as {@code sklearn.metrics.average_precision_score} computes
   * it, not the optimistic trapezoid.
   */
  public OptionalDouble averagePrecision() {
    if (isUndefined()) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (int g = 0; g < truePositives.length; g++) {
      double precision = (double) truePositives[g] / (truePositives[g] + falsePositives[g]);
      sum += precision * added(truePositives, g);
    }
    return OptionalDouble.of(sum / positives);
  }

  /**
   * The highest recall of any threshold whose false-positive rate is at most {@code rate}, in [0,
   * 1]; nothing is interpolated between thresholds.
   *
   * @param rate the largest tolerated share of negatives taken for positives, in [0, 1]
   * @throws IllegalArgumentException if {@code rate} is outside [0, 1]
   */
  public OptionalDouble recallAtFalsePositiveRate(double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("a false-positive rate lies in [0, 1], was " + rate);
    }
    if (isUndefined()) {
      return OptionalDouble.empty();
    }
    int found = 0;
    for (int g = 0; g < truePositives.length; g++) {
      if ((double) falsePositives[g] / negatives <= rate) {
        found = truePositives[g];
      }
    }
    return OptionalDouble.of((double) found / positives);
  }

  private boolean isUndefined() {
    return positives == 0 || negatives == 0;
  }

  private static int before(int[] cumulative, int group) {
    return group == 0 ? 0 : cumulative[group - 1];
  }

  private static int added(int[] cumulative, int group) {
    return cumulative[group] - before(cumulative, group);
  }

  private static double scoreAt(double[] ascending, int index) {
    return index < 0 ? Double.NEGATIVE_INFINITY : ascending[index];
  }

  private static int firstBelow(double[] ascending, int from, double threshold) {
    int index = from;
    while (index >= 0 && ascending[index] >= threshold) {
      index--;
    }
    return index;
  }

  private static double[] sorted(double[] scores, boolean[] positive, boolean wanted) {
    double[] chosen = new double[scores.length];
    int count = 0;
    for (int i = 0; i < scores.length; i++) {
      if (Double.isNaN(scores[i])) {
        throw new IllegalArgumentException("score " + i + " is NaN and cannot be ranked");
      }
      if (positive[i] == wanted) {
        chosen[count++] = scores[i];
      }
    }
    double[] ascending = Arrays.copyOf(chosen, count);
    Arrays.sort(ascending);
    return ascending;
  }
}
