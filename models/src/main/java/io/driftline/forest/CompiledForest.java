package io.driftline.forest;

import java.util.List;

/**
 * An isolation forest ready to score: immutable, thread-safe, and the same numbers on every JVM.
 *
 * <p>A row that random splits separate from the others after few steps is anomalous. Features are
 * numbered from 0 in the order of the training rows; splits are parallel to the axes.
 */
public final class CompiledForest {

  /** The most features a row may have. */
  public static final int MAX_FEATURES = Short.MAX_VALUE;

  private final int features;
  private final int subsample;
  private final List<IsolationNode> trees;
  private final CompleteLayout layout;
  private final double expectedPath;
  private final double trainingMeanPath;

  /**
   * @param subsample how many rows each tree was grown on, at least 2
   * @param trees the roots, at least one
   */
  CompiledForest(int features, int subsample, List<IsolationNode> trees) {
    this.features = features;
    this.subsample = subsample;
    this.trees = List.copyOf(trees);
    this.layout = new CompleteLayout(this.trees);
    this.expectedPath = PathLength.expected(subsample);
    this.trainingMeanPath =
        trees.stream().mapToDouble(IsolationNode::meanPath).average().orElseThrow();
  }

  /** How many features a row has. */
  public int features() {
    return features;
  }

  /** How many rows each tree was grown on. */
  public int subsample() {
    return subsample;
  }

  /** How many trees there are. */
  public int size() {
    return trees.size();
  }

  /** The mean path length, in splits, of the rows that the trees were grown on. */
  public double trainingMeanPath() {
    return trainingMeanPath;
  }

  List<IsolationNode> trees() {
    return trees;
  }

  CompleteLayout layout() {
    return layout;
  }

  /**
   * The anomaly score 2^(−E[h(x)] / c(n)) of Liu, Ting and Zhou (2008, equation 2).
   *
   * @param x one finite value per feature
   * @return above 0 and below 1: about 0.5 for a row like the others, towards 1 for an outlier
   * @throws IllegalArgumentException if the length is wrong or a value is NaN or infinite
   */
  public double score(double[] x) {
    return scoreOf(meanPath(x));
  }

  double scoreOf(double meanPath) {
    return StrictMath.pow(2, -meanPath / expectedPath);
  }

  /**
   * The path length of a row in splits, averaged over the trees: E[h(x)].
   *
   * @param x one finite value per feature
   * @throws IllegalArgumentException if the length is wrong or a value is NaN or infinite
   */
  public double meanPath(double[] x) {
    requireValid(x);
    return layout.meanPath(x);
  }

  /**
   * How much each feature shortened the path, in splits: positive means more anomalous. The values
   * add up to {@link #trainingMeanPath()} − {@link #meanPath(double[])}.
   *
   * <p>A step from a node to its child changes the path length to be expected, which is the mean
   * over the training rows in the node; the change belongs to the feature that was compared. This
   * is the decomposition by prediction paths of A. Palczewska et al., <i>Interpreting random forest
   * classification models using a feature contribution method</i> (2013), applied to path lengths.
   *
   * @param x one finite value per feature
   * @return one value per feature, in order
   * @throws IllegalArgumentException if the length is wrong or a value is NaN or infinite
   */
  public double[] contributions(double[] x) {
    requireValid(x);
    double[] shortened = new double[features];
    for (IsolationNode root : trees) {
      addContributions(root, x, shortened);
    }
    for (int f = 0; f < features; f++) {
      shortened[f] /= trees.size();
    }
    return shortened;
  }

  private static void addContributions(IsolationNode root, double[] x, double[] shortened) {
    IsolationNode node = root;
    while (!node.isLeaf()) {
      IsolationNode next = node.next(x);
      shortened[node.feature()] += node.meanPath() - next.meanPath();
      node = next;
    }
  }

  private void requireValid(double[] x) {
    if (x.length != features) {
      throw new IllegalArgumentException(
          "The forest was trained on %d features, the row has %d".formatted(features, x.length));
    }
    for (int f = 0; f < x.length; f++) {
      if (!Double.isFinite(x[f])) {
        throw new IllegalArgumentException("Feature %d must be finite, was %s".formatted(f, x[f]));
      }
    }
  }
}
