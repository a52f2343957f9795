package io.driftline.forest;

/**
 * A node of an isolation tree: a leaf when it has no children, otherwise the split {@code
 * x[feature] < threshold}.
 *
 * @param feature which feature is compared; {@value #LEAF} in a leaf
 * @param threshold where it is cut, finite; 0 in a leaf
 * @param rows how many training rows arrived here, at least 1
 * @param meanPath the path length those rows had on average, in splits from the root
 * @param below where rows with {@code x[feature] < threshold} go; {@code null} in a leaf
 * @param above where all others go; {@code null} in a leaf
 */
record IsolationNode(
    int feature,
    double threshold,
    int rows,
    double meanPath,
    IsolationNode below,
    IsolationNode above) {

  static final int LEAF = -1;

  /** A leaf that {@code rows} training rows reached after {@code depth} splits. */
  static IsolationNode leaf(int depth, int rows) {
    return new IsolationNode(LEAF, 0, rows, depth + PathLength.expected(rows), null, null);
  }

  static IsolationNode split(
      int feature, double threshold, IsolationNode below, IsolationNode above) {
    int rows = below.rows + above.rows;
    double meanPath = (below.rows * below.meanPath + above.rows * above.meanPath) / rows;
    return new IsolationNode(feature, threshold, rows, meanPath, below, above);
  }

  boolean isLeaf() {
    return feature == LEAF;
  }

  IsolationNode next(double[] x) {
    return x[feature] < threshold ? below : above;
  }

  /** Splits on the longest path from here; 0 for a leaf. */
  int height() {
    return isLeaf() ? 0 : 1 + Math.max(below.height(), above.height());
  }

  /** Nodes from here down, this one included. */
  int size() {
    return isLeaf() ? 1 : 1 + below.size() + above.size();
  }
}
