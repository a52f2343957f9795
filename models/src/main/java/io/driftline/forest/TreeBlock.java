package io.driftline.forest;

import java.util.List;

/**
 * Up to eight complete binary trees of one height, walked side by side so that their loads overlap.
 *
 * <p>Heap order, the trees interleaved: node {@code i} of tree {@code lane} stands at {@code 8i +
 * lane}. The children of node {@code i} are {@code 2i+1} (below) and {@code 2i+2} (above), so those
 * of position {@code p} stand at {@code 2p + 8 − lane} and {@code 2p + 16 − lane}. Interleaved, a
 * lane needs no base address beside its position: eight trees fit into the registers.
 */
final class TreeBlock {

  static final int LANES = 8;

  private final double[] threshold;
  private final short[] feature;

  /** The number of each leaf's path length in {@link LeafPaths}, in the order of the splits. */
  private final char[] leaf;

  private TreeBlock(double[] threshold, short[] feature, char[] leaf) {
    this.threshold = threshold;
    this.feature = feature;
    this.leaf = leaf;
  }

  /**
   * Lays out trees; lanes without one have path length 0.
   *
   * @param roots one to eight
   * @param height of the layout, at least that of each tree
   */
  static TreeBlock of(List<IsolationNode> roots, int height, LeafPaths paths) {
    int splits = (1 << height) - 1;
    TreeBlock block =
        new TreeBlock(
            new double[LANES * splits], new short[LANES * splits], new char[LANES * (splits + 1)]);
    for (int lane = 0; lane < roots.size(); lane++) {
      block.place(roots.get(lane), lane, 0, height, paths);
    }
    return block;
  }

  /**
   * The same trees over a longer row.
   *
   * @param columns where in that row each feature stands
   */
  TreeBlock over(int[] columns) {
    short[] column = new short[feature.length];
    for (int split = 0; split < column.length; split++) {
      column[split] = (short) columns[feature[split]];
    }
    return new TreeBlock(threshold, column, leaf);
  }

  private void place(IsolationNode node, int lane, int index, int levelsBelow, LeafPaths paths) {
    if (node.isLeaf()) {
      fillLeaves(paths.numberOf(node.meanPath()), lane, index, levelsBelow);
      return;
    }
    threshold[LANES * index + lane] = node.threshold();
    feature[LANES * index + lane] = (short) node.feature();
    place(node.below(), lane, 2 * index + 1, levelsBelow - 1, paths);
    place(node.above(), lane, 2 * index + 2, levelsBelow - 1, paths);
  }

  private void fillLeaves(char path, int lane, int index, int levelsBelow) {
    int width = 1 << levelsBelow;
    int first = LANES * ((index + 1) * width - 1) - threshold.length;
    for (int i = 0; i < width; i++) {
      leaf[first + LANES * i + lane] = path;
    }
  }

  /**
   * Adds the path lengths of a row over the trees. The order of adding is fixed: it decides the
   * last bit of every score, and so whether a model trained again has the same bytes.
   *
   * @param sum what to add to
   * @param x finite at every position that a split compares; not checked
   * @param paths the lengths by number
   */
  double addPaths(double sum, double[] x, double[] paths) {
    int leaves = threshold.length;
    int a = 0;
    int b = 1;
    int c = 2;
    int d = 3;
    int e = 4;
    int f = 5;
    int g = 6;
    int h = 7;
    while (a < leaves) {
      a = 2 * a + 16 - below(x, a);
      b = 2 * b + 15 - below(x, b);
      c = 2 * c + 14 - below(x, c);
      d = 2 * d + 13 - below(x, d);
      e = 2 * e + 12 - below(x, e);
      f = 2 * f + 11 - below(x, f);
      g = 2 * g + 10 - below(x, g);
      h = 2 * h + 9 - below(x, h);
    }
    double first =
        paths[leaf[a - leaves]]
            + paths[leaf[b - leaves]]
            + paths[leaf[c - leaves]]
            + paths[leaf[d - leaves]];
    double second =
        paths[leaf[e - leaves]]
            + paths[leaf[f - leaves]]
            + paths[leaf[g - leaves]]
            + paths[leaf[h - leaves]];
    return sum + first + second;
  }

  /**
   * 8 if the row lies below the split, else 0. The sign bit of the difference says so exactly: by
   * gradual underflow it is zero only for equal operands, and overflow keeps the sign.
   */
  private int below(double[] x, int split) {
    double difference = x[feature[split]] - threshold[split];
    return (int) (Double.doubleToRawLongBits(difference) >>> 60) & LANES;
  }
}
