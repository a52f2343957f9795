package io.driftline.forest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import smile.anomaly.IsolationTree;
import smile.math.MathEx;
import smile.stat.distribution.GaussianDistribution;

/**
 * Grows isolation forests with SMILE and compiles them. The same rows, settings and seed give the
 * same forest to the bit.
 *
 * <p>SMILE's own {@code fit} is not used: it ignores its subsample size, grows in parallel and so
 * in no reproducible order, and counts splits of constant features as depth.
 */
public final class ForestTrainer {

  /** Bounds the recursion where almost every drawn split sends all rows the same way. */
  private static final int MOST_DRAWS = 1_000;

  /** Draws per level and feature; fewer than one path in ten thousand needs more. */
  private static final int DRAWS_PER_LEVEL = 3;

  private ForestTrainer() {}

  /**
   * Grows a forest.
   *
   * @param rows at least one row of finite values, all of the same length; a single row counts
   *     twice, since nothing can be separated from nothing. Not changed
   * @param settings how to grow it; trees see all rows when there are fewer than the subsample
   * @param seed determines the forest together with the rows and settings
   * @throws IllegalArgumentException if there are no rows or no columns, rows differ in length, or
   *     a value is NaN or infinite
   */
  public static CompiledForest train(double[][] rows, ForestSettings settings, long seed) {
    double[][] valid = TrainingRows.validated(rows);
    int subsample = Math.min(settings.subsample(), valid.length);
    SplittableRandom random = new SplittableRandom(seed);
    // SMILE folds its seed into 31 bits; drawing one spreads the 64 we were given over them.
    int smileSeed = (int) (random.nextLong() >>> 33);
    Subsampler subsampler = new Subsampler(valid, subsample, random);
    return inThreadOfItsOwn(
        () -> grow(subsampler, valid[0].length, subsample, settings.trees(), smileSeed));
  }

  /**
   * SMILE looks its generator up among the thread's locals for every number drawn, which takes long
   * where there are many, as in a task's thread.
   */
  private static CompiledForest inThreadOfItsOwn(Supplier<CompiledForest> work) {
    return CompletableFuture.supplyAsync(work, run -> new Thread(run, "forest").start()).join();
  }

  private static CompiledForest grow(
      Subsampler subsampler, int features, int subsample, int trees, int smileSeed) {
    // SMILE draws normal deviates from one object per JVM, unsynchronized.
    synchronized (GaussianDistribution.getInstance()) {
      seedSmile(smileSeed);
      return grow(subsampler, features, subsample, trees);
    }
  }

  private static CompiledForest grow(
      Subsampler subsampler, int features, int subsample, int trees) {
    int heightLimit = PathLength.heightLimit(subsample);
    int draws = Math.min(MOST_DRAWS, DRAWS_PER_LEVEL * heightLimit * features);
    List<IsolationNode> roots = new ArrayList<>(trees);
    for (int i = 0; i < trees; i++) {
      List<double[]> sample = subsampler.next();
      IsolationTree tree = new IsolationTree(distinct(sample), draws, 0);
      roots.add(compile(tree, sample, heightLimit));
    }
    return new CompiledForest(features, subsample, roots);
  }

  /** Splits depend on ranges alone, and rows that are equal could be split in vain for ever. */
  private static List<double[]> distinct(List<double[]> sample) {
    TreeSet<double[]> distinct = new TreeSet<>(Arrays::compare);
    distinct.addAll(sample);
    return new ArrayList<>(distinct);
  }

  /** The tree as its splits separate the rows it was grown on. */
  static IsolationNode compile(IsolationTree tree, List<double[]> rows, int heightLimit) {
    return RandomSplit.prune(splits(SmileTree.ROOT.get(tree)), rows, heightLimit);
  }

  /**
   * SMILE goes left where {@code slope·x < slope·intercept}; without extension the slope has one
   * element that is not zero, whose sign turns the comparison round.
   */
  private static RandomSplit splits(Object node) {
    Object left = SmileTree.LEFT.get(node);
    if (left == null) {
      return null;
    }
    RandomSplit leftSplit = splits(left);
    RandomSplit rightSplit = splits(SmileTree.RIGHT.get(node));
    double[] slope = (double[]) SmileTree.SLOPE.get(node);
    int feature = indexOfNonZero(slope);
    double cut = ((double[]) SmileTree.INTERCEPT.get(node))[feature];
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

  /** Seeds this thread's generator and drops the deviate that an earlier use may have left over. */
  private static void seedSmile(int seed) {
    MathEx.setSeed(seed);
    SmileTree.SPARE_DEVIATE.set(GaussianDistribution.getInstance(), Double.NaN);
  }

  /** The private fields of SMILE that hold what a tree learnt; it offers no access to them. */
  private static final class SmileTree {
    private static final VarHandle ROOT;
    private static final VarHandle LEFT;
    private static final VarHandle RIGHT;
    private static final VarHandle SLOPE;
    private static final VarHandle INTERCEPT;
    private static final VarHandle SPARE_DEVIATE;

    static {
      try {
        Class<?> node = Class.forName("smile.anomaly.IsolationTree$Node");
        ROOT = field(IsolationTree.class, "root", node);
        LEFT = field(node, "left", node);
        RIGHT = field(node, "right", node);
        SLOPE = field(node, "slope", double[].class);
        INTERCEPT = field(node, "intercept", double[].class);
        SPARE_DEVIATE = field(GaussianDistribution.class, "z1", double.class);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(
            "This needs SMILE 3.1.1: another version on the class path keeps its trees elsewhere",
            e);
      }
    }

    private static VarHandle field(Class<?> owner, String name, Class<?> type)
        throws ReflectiveOperationException {
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
          .findVarHandle(owner, name, type);
    }
  }
}
