package io.driftline.forest;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Outliers made from ordinary rows, to see whether a model still finds such: in copies of random
 * rows, each feature in turn is raised beyond its extreme, and random pairs of features to their
 * 99.9th percentiles, which each of them may reach alone but seldom together.
 */
final class InjectedOutliers {

  /** Copies in which one feature is extreme, for each feature. */
  static final int PER_FEATURE = 4;

  static final int PAIRS = 64;

  /** A thousand times as rare as anything that was seen. */
  private static final double BEYOND_BITS = 10;

  private static final double HIGH = 0.999;

  private final double[][] rows;
  private final double[][] sorted;
  private final SplittableRandom random;

  private InjectedOutliers(double[][] rows, long seed) {
    this.rows = rows;
    this.sorted =
        IntStream.range(0, rows[0].length).mapToObj(this::column).toArray(double[][]::new);
    this.random = new SplittableRandom(seed);
  }

  /**
   * The outliers that these rows and this seed give.
   *
   * @param rows at least one, of equal length, finite. Not changed
   * @return {@value #PER_FEATURE} rows per feature, then {@value #PAIRS} rows with a raised pair,
   *     or none if fewer than two features ever vary upwards
   */
  static double[][] from(double[][] rows, long seed) {
    return new InjectedOutliers(rows, seed).all();
  }

  private double[][] all() {
    int[] varying = IntStream.range(0, sorted.length).filter(this::varies).toArray();
    Stream<double[]> extremes =
        IntStream.range(0, PER_FEATURE * sorted.length).mapToObj(i -> extreme(i / PER_FEATURE));
    Stream<double[]> pairs =
        IntStream.range(0, varying.length < 2 ? 0 : PAIRS).mapToObj(i -> pair(varying));
    return Stream.concat(extremes, pairs).toArray(double[][]::new);
  }

  private double[] extreme(int feature) {
    double[] row = anyRow();
    row[feature] = sorted[feature][rows.length - 1] + BEYOND_BITS;
    return row;
  }

  private double[] pair(int[] varying) {
    int first = random.nextInt(varying.length);
    int second = (first + 1 + random.nextInt(varying.length - 1)) % varying.length;
    double[] row = anyRow();
    row[varying[first]] = high(varying[first]);
    row[varying[second]] = high(varying[second]);
    return row;
  }

  private double[] anyRow() {
    return rows[random.nextInt(rows.length)].clone();
  }

  private boolean varies(int feature) {
    return high(feature) > sorted[feature][rows.length / 2];
  }

  /** By nearest rank: the highest value while there are fewer than a thousand rows. */
  private double high(int feature) {
    return sorted[feature][(int) Math.ceil(HIGH * rows.length) - 1];
  }

  private double[] column(int feature) {
    return Arrays.stream(rows).mapToDouble(row -> row[feature]).sorted().toArray();
  }
}
