package io.driftline.forest;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A random split as it was drawn, whether or not it separates anything.
 *
 * @param feature which feature is compared
 * @param threshold where it is cut
 * @param below the split of rows with {@code x[feature] < threshold}; {@code null} for a leaf
 * @param above the split of all other rows; {@code null} for a leaf
 */
record RandomSplit(int feature, double threshold, RandomSplit below, RandomSplit above) {

  /**
   * The isolation tree that these splits make of the rows. A split that sends every row the same
   * way isolates nothing: it is left out and does not count as depth, so that features are in
   * effect drawn from those that vary, and constant features do not lengthen paths.
   *
   * @param split the root; {@code null} for a single leaf
   * @param rows what the tree was grown on, duplicates included; at least one
   * @param heightLimit how many separating splits a path may have
   */
  static IsolationNode prune(RandomSplit split, List<double[]> rows, int heightLimit) {
    return prune(split, rows, heightLimit, 0);
  }

  private static IsolationNode prune(
      RandomSplit split, List<double[]> rows, int heightLimit, int depth) {
    if (split == null || rows.size() == 1 || depth == heightLimit) {
      return IsolationNode.leaf(depth, rows.size());
    }
    var sides = rows.stream().collect(Collectors.partitioningBy(split::isBelow));
    if (sides.get(true).isEmpty()) {
      return prune(split.above, rows, heightLimit, depth);
    }
    if (sides.get(false).isEmpty()) {
      return prune(split.below, rows, heightLimit, depth);
    }
    return IsolationNode.split(
        split.feature,
        split.threshold,
        prune(split.below, sides.get(true), heightLimit, depth + 1),
        prune(split.above, sides.get(false), heightLimit, depth + 1));
  }

  private boolean isBelow(double[] row) {
    return row[feature] < threshold;
  }
}
