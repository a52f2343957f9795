package io.driftline.forest;

import com.amazon.randomcutforest.RandomCutForest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import smile.anomaly.IsolationForest;
import smile.anomaly.IsolationTree;
import smile.math.MathEx;

/**
 * Rows scored per second, one after the other, on one thread: the compiled forest, SMILE's score of
 * the very same trees, and Random Cut Forest (S. Guha et al., ICML 2016) of the same size on the
 * same rows.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ForestBenchmark {

  static final int FEATURES = 16;
  static final int TREES = 100;
  static final int SUBSAMPLE = 256;

  private static final int TRAINING_ROWS = 4_096;
  private static final int HEIGHT_LIMIT = 8;
  private static final int SEED = 5;

  /** More rows than a branch predictor remembers. */
  private static final int SCORED_ROWS = 4_096;

  private final double[][] rows = TestRows.gaussian(SCORED_ROWS, FEATURES, 12);

  /** Random Cut Forest keeps points in single precision: converting them is not timed. */
  private final float[][] singleRows = single(rows);

  private IsolationForest smile;
  private CompiledForest compiled;
  private RandomCutForest randomCut;
  private int next;

  /** Grows all three on the same rows. */
  @Setup
  public void grow() {
    double[][] training = TestRows.gaussian(TRAINING_ROWS, FEATURES, 11);
    growIsolationForests(training);
    randomCut =
        RandomCutForest.builder()
            .dimensions(FEATURES)
            .numberOfTrees(TREES)
            .sampleSize(SUBSAMPLE)
            .randomSeed(SEED)
            .build();
    Stream.of(single(training)).forEach(randomCut::update);
  }

  private void growIsolationForests(double[][] training) {
    MathEx.setSeed(SEED);
    IsolationTree[] trees = new IsolationTree[TREES];
    IsolationNode[] roots = new IsolationNode[TREES];
    for (int tree = 0; tree < TREES; tree++) {
      int from = tree * SUBSAMPLE % TRAINING_ROWS;
      List<double[]> sample = List.of(training).subList(from, from + SUBSAMPLE);
      trees[tree] = new IsolationTree(sample, HEIGHT_LIMIT, 0);
      roots[tree] = SmileTrees.compile(trees[tree], sample, HEIGHT_LIMIT);
    }
    smile = new IsolationForest(SUBSAMPLE, 0, trees);
    compiled = new CompiledForest(FEATURES, SUBSAMPLE, List.of(roots));
  }

  @Benchmark
  public double compiledForest() {
    return compiled.score(rows[next()]);
  }

  @Benchmark
  public double smileScore() {
    return smile.score(rows[next()]);
  }

  @Benchmark
  public double randomCutForestAnomalyScore() {
    return randomCut.getAnomalyScore(singleRows[next()]);
  }

  private int next() {
    next = (next + 1) % SCORED_ROWS;
    return next;
  }

  private static float[][] single(double[][] rows) {
    float[][] single = new float[rows.length][FEATURES];
    for (int row = 0; row < rows.length; row++) {
      for (int f = 0; f < FEATURES; f++) {
        single[row][f] = (float) rows[row][f];
      }
    }
    return single;
  }

  /** Runs all three in one JMH run, each in JVMs of its own, and prints how they compare. */
  public static void main(String[] arguments) throws RunnerException {
    Collection<RunResult> results = new Runner(options()).run();
    double ours = rowsPerSecond(results, "compiledForest");
    for (String peer : List.of("smileScore", "randomCutForestAnomalyScore")) {
      double theirs = rowsPerSecond(results, peer);
      System.out.printf(Locale.ROOT, "compiledForest is %.1f times %s%n", ours / theirs, peer);
    }
  }

  private static Options options() {
    return new OptionsBuilder().include(ForestBenchmark.class.getName()).build();
  }

  private static double rowsPerSecond(Collection<RunResult> results, String method) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
        .mapToDouble(result -> result.getPrimaryResult().getScore())
        .findFirst()
        .orElseThrow();
  }
}
