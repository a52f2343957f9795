package io.driftline.forest;

import io.driftline.feature.Feature;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Vectors and models for tests. */
final class TestModels {

  private TestModels() {}

  /** A vector of zeros but for these bits. */
  static double[] vector(Map<Feature, Double> bits) {
    double[] vector = new double[Feature.values().length];
    bits.forEach((feature, value) -> vector[feature.ordinal()] = value);
    return vector;
  }

  /** Vectors of exponentially distributed bits: a rarity of b bits has probability 2^−b. */
  static double[][] vectors(int rows, long seed) {
    Random random = new Random(seed);
    int width = Feature.values().length;
    return Stream.generate(
            () -> random.doubles(width).map(u -> -Math.log(1 - u) / Math.log(2)).toArray())
        .limit(rows)
        .toArray(double[][]::new);
  }

  /** A forest of one tree over this column: one of four rows lies below the cut. */
  static CompiledForest stump(double cut) {
    IsolationNode root =
        IsolationNode.split(0, cut, IsolationNode.leaf(1, 1), IsolationNode.leaf(1, 3));
    return new CompiledForest(1, 4, List.of(root));
  }

  /** A calibration by which a raw score of 1 is worth these points. */
  static ScoreCalibration linear(double points) {
    return new ScoreCalibration(new double[1], new double[1], points);
  }
}
