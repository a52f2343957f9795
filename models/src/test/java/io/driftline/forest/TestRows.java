package io.driftline.forest;

import java.util.Random;
import java.util.stream.Stream;

/** Seeded rows for tests. */
final class TestRows {

  private TestRows() {}

  /** Independent standard normal values: no two rows are equal in any column. */
  static double[][] gaussian(int rows, int columns, long seed) {
    Random random = new Random(seed);
    return Stream.generate(() -> random.doubles(columns).map(u -> random.nextGaussian()).toArray())
        .limit(rows)
        .toArray(double[][]::new);
  }

  /** Values from 0 to {@code values} − 1: full of ties and duplicate rows. */
  static double[][] discrete(int rows, int columns, int values, long seed) {
    Random random = new Random(seed);
    return Stream.generate(() -> random.ints(columns, 0, values).asDoubleStream().toArray())
        .limit(rows)
        .toArray(double[][]::new);
  }
}
