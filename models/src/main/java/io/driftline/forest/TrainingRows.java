package io.driftline.forest;

/** Checks the rows that a forest is to be grown on. */
final class TrainingRows {

  private TrainingRows() {}

  /**
   * A copy of the rows, without negative zeros (which no split tells from zero); a single row is
   * doubled.
   *
   * @throws IllegalArgumentException if there are no rows or no columns, rows differ in length, or
   *     a value is NaN or infinite
   */
  static double[][] validated(double[][] rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("A forest needs at least one training row, got none");
    }
    requireFeatureCount(rows[0].length);
    double[][] valid = new double[Math.max(2, rows.length)][];
    for (int r = 0; r < valid.length; r++) {
      valid[r] = validated(rows[Math.min(r, rows.length - 1)], r, rows[0].length);
    }
    return valid;
  }

  private static void requireFeatureCount(int features) {
    if (features < 1 || features > CompiledForest.MAX_FEATURES) {
      throw new IllegalArgumentException(
          "Training rows must have 1 to %d columns, row 0 has %d"
              .formatted(CompiledForest.MAX_FEATURES, features));
    }
  }

  private static double[] validated(double[] row, int r, int features) {
    if (row.length != features) {
      throw new IllegalArgumentException(
          "Training row %d has %d columns, row 0 has %d".formatted(r, row.length, features));
    }
    double[] valid = new double[features];
    for (int f = 0; f < features; f++) {
      if (!Double.isFinite(row[f])) {
        throw new IllegalArgumentException(
            "Training row %d, column %d must be finite, was %s".formatted(r, f, row[f]));
      }
      valid[f] = row[f] + 0.0;
    }
    return valid;
  }
}
