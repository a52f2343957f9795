package io.driftline.forest;

import java.util.Arrays;
import java.util.List;

/**
 * The trees of a forest as complete binary trees of one height, in heap order in flat arrays: the
 * children of node {@code i} are {@code 2i+1} (below) and {@code 2i+2} (above). A leaf above the
 * last level is padded with splits that lead to the same leaf either way.
 *
 * <p>Every tree then takes the same number of steps, and a step computes the child instead of
 * branching to it: random splits are mispredicted half of the time, which costs more than the
 * padding. Four trees are walked side by side, so that their loads overlap.
 */
final class CompleteLayout {

  private final int trees;
  private final int height;
  private final int splits;
  private final double[] threshold;
  private final short[] feature;
  private final double[] leafPath;

  CompleteLayout(List<IsolationNode> roots) {
    trees = roots.size();
    height = roots.stream().mapToInt(IsolationNode::height).max().orElseThrow();
    splits = (1 << height) - 1;
    threshold = new double[trees * splits];
    feature = new short[trees * splits];
    leafPath = new double[trees * (splits + 1)];
    for (int tree = 0; tree < trees; tree++) {
      place(roots.get(tree), tree, 0, 0);
    }
  }

  private CompleteLayout(CompleteLayout other, short[] feature) {
    trees = other.trees;
    height = other.height;
    splits = other.splits;
    threshold = other.threshold;
    leafPath = other.leafPath;
    this.feature = feature;
  }

  /**
   * The same trees over a longer row, so that nothing need be gathered to score it.
   *
   * @param columns where in that row each feature stands
   */
  CompleteLayout over(int[] columns) {
    short[] column = new short[feature.length];
    for (int split = 0; split < column.length; split++) {
      column[split] = (short) columns[feature[split]];
    }
    return new CompleteLayout(this, column);
  }

  private void place(IsolationNode node, int tree, int index, int depth) {
    if (node.isLeaf()) {
      fillLeaves(node.meanPath(), tree, index, depth);
      return;
    }
    threshold[tree * splits + index] = node.threshold();
    feature[tree * splits + index] = (short) node.feature();
    place(node.below(), tree, 2 * index + 1, depth + 1);
    place(node.above(), tree, 2 * index + 2, depth + 1);
  }

  private void fillLeaves(double path, int tree, int index, int depth) {
    int width = 1 << (height - depth);
    int first = (index + 1) * width - 1 - splits;
    int from = tree * (splits + 1) + first;
    Arrays.fill(leafPath, from, from + width, path);
  }

  /**
   * The path length of a row, averaged over the trees.
   *
   * @param x finite at every position that a split compares; not checked
   */
  double meanPath(double[] x) {
    double sum = 0;
    int tree = 0;
    for (; tree + 4 <= trees; tree += 4) {
      sum += pathsOfFour(x, tree);
    }
    for (; tree < trees; tree++) {
      sum += path(x, tree);
    }
    return sum / trees;
  }

  private double pathsOfFour(double[] x, int tree) {
    int rootA = tree * splits;
    int rootB = rootA + splits;
    int rootC = rootB + splits;
    int rootD = rootC + splits;
    int a = 0;
    int b = 0;
    int c = 0;
    int d = 0;
    for (int level = 0; level < height; level++) {
      a = 2 * a + 2 - below(x, rootA + a);
      b = 2 * b + 2 - below(x, rootB + b);
      c = 2 * c + 2 - below(x, rootC + c);
      d = 2 * d + 2 - below(x, rootD + d);
    }
    int leaf = tree * (splits + 1) - splits;
    int next = splits + 1;
    return leafPath[leaf + a]
        + leafPath[leaf + next + b]
        + leafPath[leaf + 2 * next + c]
        + leafPath[leaf + 3 * next + d];
  }

  private double path(double[] x, int tree) {
    int root = tree * splits;
    int index = 0;
    for (int level = 0; level < height; level++) {
      index = 2 * index + 2 - below(x, root + index);
    }
    return leafPath[tree * (splits + 1) + index - splits];
  }

  /**
   * 1 if the row lies below the split, else 0. The sign bit of the difference says so exactly: by
   * gradual underflow it is zero only for equal operands, and overflow keeps the sign.
   */
  private int below(double[] x, int split) {
    double difference = x[feature[split]] - threshold[split];
    return (int) (Double.doubleToRawLongBits(difference) >>> 63);
  }
}
