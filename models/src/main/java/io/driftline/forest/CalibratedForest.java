package io.driftline.forest;

import java.util.Objects;

/**
 * A forest over some columns of a longer vector, with the calibration that makes its raw scores
 * comparable with those of other detectors. Immutable and thread-safe; scoring allocates nothing.
 */
public final class CalibratedForest {

  private final int[] columns;
  private final CompiledForest forest;
  private final ScoreCalibration calibration;
  private final CompleteLayout layout;

  /**
   * @param columns positions in the vector of the forest's features, ascending from 0 up
   * @param forest gives raw scores
   * @param calibration turns them into tail probabilities
   * @throws IllegalArgumentException if the columns do not ascend or there is not one per feature
   */
  public CalibratedForest(int[] columns, CompiledForest forest, ScoreCalibration calibration) {
    this.columns = ascending(columns);
    this.forest = forest;
    this.calibration = Objects.requireNonNull(calibration, "calibration");
    if (columns.length != forest.features()) {
      throw new IllegalArgumentException(
          "The forest has %d features, but there are %d columns"
              .formatted(forest.features(), columns.length));
    }
    this.layout = forest.layout().over(this.columns);
  }

  private static int[] ascending(int[] columns) {
    int last = -1;
    for (int column : columns) {
      if (column <= last || column >= CompiledForest.MAX_FEATURES) {
        throw new IllegalArgumentException(
            "Columns must ascend from 0 to below %d, but %d follows %d"
                .formatted(CompiledForest.MAX_FEATURES, column, last));
      }
      last = column;
    }
    return columns.clone();
  }

  /** Positions in the vector of the forest's features, ascending. */
  public int[] columns() {
    return columns.clone();
  }

  /** The forest; its feature {@code i} is column {@code columns()[i]}. */
  public CompiledForest forest() {
    return forest;
  }

  /** What turns raw scores into tail probabilities. */
  public ScoreCalibration calibration() {
    return calibration;
  }

  /** The length a vector must have at least. */
  int leastWidth() {
    return columns[columns.length - 1] + 1;
  }

  /**
   * How rare the forest finds the vector: −25·log10 p, see {@link ScoreCalibration#uncapped}.
   *
   * @param vector finite in the forest's columns; other columns are not read
   * @return at least 0, not capped
   * @throws IllegalArgumentException if the vector is too short, or NaN or infinite in a column
   */
  public double score(double[] vector) {
    requireValid(vector);
    return calibration.uncapped(forest.scoreOf(layout.meanPath(vector)));
  }

  /**
   * How much each column shortened the path, see {@link CompiledForest#contributions}.
   *
   * @param vector finite in the forest's columns; other columns are not read
   * @return splits by position in the vector, 0 in the columns of no feature
   * @throws IllegalArgumentException if the vector is too short, or NaN or infinite in a column
   */
  public double[] contributions(double[] vector) {
    requireValid(vector);
    double[] own = forest.contributions(gather(vector, columns));
    double[] all = new double[vector.length];
    for (int f = 0; f < columns.length; f++) {
      all[columns[f]] = own[f];
    }
    return all;
  }

  /** The values of these columns, in their order. */
  static double[] gather(double[] vector, int[] columns) {
    double[] own = new double[columns.length];
    for (int f = 0; f < columns.length; f++) {
      own[f] = vector[columns[f]];
    }
    return own;
  }

  private void requireValid(double[] vector) {
    if (vector.length < leastWidth()) {
      throw new IllegalArgumentException(
          "The forest reads column %d, the vector has %d"
              .formatted(leastWidth() - 1, vector.length));
    }
    for (int column : columns) {
      if (!Double.isFinite(vector[column])) {
        throw new IllegalArgumentException(
            "Column %d must be finite, was %s".formatted(column, vector[column]));
      }
    }
  }
}
