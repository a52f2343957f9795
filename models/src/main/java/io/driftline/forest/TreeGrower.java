package io.driftline.forest;

import java.util.stream.IntStream;

/**
 * Grows one isolation tree: algorithm 2 of Liu, Ting and Zhou, <i>Isolation Forest</i> (ICDM 2008).
 * Each node draws a feature and a value between the feature's extremes in that node.
 *
 * <p>A feature is drawn from those that vary in the node: a split that sends all rows the same way
 * isolates nothing, and constant features must not lengthen paths. What does not vary is found out
 * when it is drawn, and not drawn again further down, where it cannot vary either.
 */
final class TreeGrower {

  private final double[][] rows;
  private final int heightLimit;
  private final Draws draws;

  /** All features; those that may vary in the node at hand come first. */
  private final int[] features;

  private TreeGrower(double[][] rows, int heightLimit, Draws draws) {
    this.rows = rows;
    this.heightLimit = heightLimit;
    this.draws = draws;
    this.features = IntStream.range(0, rows[0].length).toArray();
  }

  /**
   * Grows a tree.
   *
   * @param rows at least one, of equal length, finite, without negative zeros; their order is
   *     changed
   * @param heightLimit how many splits a path may have
   * @param draws every random choice
   */
  static IsolationNode grow(double[][] rows, int heightLimit, Draws draws) {
    TreeGrower grower = new TreeGrower(rows, heightLimit, draws);
    return grower.node(0, rows.length, grower.features.length, 0);
  }

  /**
   * The node of the rows {@code from} to {@code to}, of which {@code varying} features may vary.
   */
  private IsolationNode node(int from, int to, int varying, int depth) {
    if (to - from > 1 && depth < heightLimit) {
      for (int left = varying; left > 0; left--) {
        int drawn = draws.below(left);
        int feature = features[drawn];
        double low = lowest(feature, from, to);
        double high = highest(feature, from, to);
        if (low < high) {
          return split(feature, draws.cut(low, high), from, to, left, depth);
        }
        features[drawn] = features[left - 1];
        features[left - 1] = feature;
      }
    }
    return IsolationNode.leaf(depth, to - from);
  }

  private IsolationNode split(int feature, double cut, int from, int to, int varying, int depth) {
    int middle = partition(feature, cut, from, to);
    return IsolationNode.split(
        feature, cut, node(from, middle, varying, depth + 1), node(middle, to, varying, depth + 1));
  }

  /** Puts the rows below the cut first, and tells where the others begin. */
  private int partition(int feature, double cut, int from, int to) {
    int middle = from;
    for (int i = from; i < to; i++) {
      double[] row = rows[i];
      if (row[feature] < cut) {
        rows[i] = rows[middle];
        rows[middle] = row;
        middle++;
      }
    }
    return middle;
  }

  private double lowest(int feature, int from, int to) {
    double lowest = rows[from][feature];
    for (int i = from + 1; i < to; i++) {
      lowest = Math.min(lowest, rows[i][feature]);
    }
    return lowest;
  }

  private double highest(int feature, int from, int to) {
    double highest = rows[from][feature];
    for (int i = from + 1; i < to; i++) {
      highest = Math.max(highest, rows[i][feature]);
    }
    return highest;
  }
}
