package io.driftline.forest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import smile.anomaly.IsolationTree;

/**
 * Reads the trees of SMILE 3.1.1, which are private, to compare them with ours.
 *
 * <p>SMILE goes left where {@code slope·x < slope·intercept}; without extension the slope has one
 * element that is not zero, whose sign turns the comparison round.
 */
final class SmileTrees {

  private static final VarHandle ROOT;
  private static final VarHandle LEFT;
  private static final VarHandle RIGHT;
  private static final VarHandle SLOPE;
  private static final VarHandle INTERCEPT;

  static {
    try {
      Class<?> node = Class.forName("smile.anomaly.IsolationTree$Node");
      ROOT = field(IsolationTree.class, "root", node);
      LEFT = field(node, "left", node);
      RIGHT = field(node, "right", node);
      SLOPE = field(node, "slope", double[].class);
      INTERCEPT = field(node, "intercept", double[].class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This needs SMILE 3.1.1", e);
    }
  }

  private SmileTrees() {}

  /** The tree as its splits separate the rows it was grown on. */
  static IsolationNode compile(IsolationTree tree, List<double[]> rows, int heightLimit) {
    return RandomSplit.prune(splits(ROOT.get(tree)), rows, heightLimit);
  }

  private static RandomSplit splits(Object node) {
    Object left = LEFT.get(node);
    if (left == null) {
      return null;
    }
    RandomSplit leftSplit = splits(left);
    RandomSplit rightSplit = splits(RIGHT.get(node));
    double[] slope = (double[]) SLOPE.get(node);
    int feature = indexOfNonZero(slope);
    double cut = ((double[]) INTERCEPT.get(node))[feature];
    return slope[feature] > 0
        ? new RandomSplit(feature, cut, leftSplit, rightSplit)
        : new RandomSplit(feature, Math.nextUp(cut), rightSplit, leftSplit);
  }

  private static int indexOfNonZero(double[] slope) {
    int index = slope.length - 1;
    while (index > 0 && slope[index] == 0) {
      index--;
    }
    return index;
  }

  private static VarHandle field(Class<?> owner, String name, Class<?> type)
      throws ReflectiveOperationException {
    return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
        .findVarHandle(owner, name, type);
  }
}
