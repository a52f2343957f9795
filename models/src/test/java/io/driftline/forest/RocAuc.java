package io.driftline.forest;

import java.util.Arrays;

/** The area under the ROC curve, for tests of rankings. */
final class RocAuc {

  private RocAuc() {}

  /** The share of pairs in which the anomaly scores higher, ties counting half (Mann–Whitney). */
  static double of(double[] scores, boolean[] anomalous) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    double rankSum = 0;
    long anomalies = 0;
    for (int i = 0; i < scores.length; i++) {
      if (anomalous[i]) {
        anomalies++;
        rankSum += midRank(sorted, scores[i]);
      }
    }
    double wins = rankSum - anomalies * (anomalies + 1) / 2.0;
    return wins / anomalies / (scores.length - anomalies);
  }

  /** The rank from 1 in ascending order; the mean of their ranks for scores that tie. */
  private static double midRank(double[] sorted, double score) {
    return (insertionPoint(sorted, score) + insertionPoint(sorted, Math.nextUp(score)) + 1) / 2.0;
  }

  /** How many are below the score. */
  private static int insertionPoint(double[] sorted, double score) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
