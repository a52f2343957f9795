package io.driftline.forest;

import io.driftline.feature.Family;
import io.driftline.feature.Feature;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Trains the model of a cohort. The same arguments give the same artifact to the bit. */
public final class ModelTrainer {

  /** Fewer rows than one tree wants say too little of what is usual. */
  public static final int FEWEST_ROWS = 256;

  private ModelTrainer() {}

  /**
   * Grows a forest for each {@link Family} and calibrates every {@link Detector} on the rows.
   *
   * @param cohort the agents the rows are from
   * @param rows at least {@value #FEWEST_ROWS} vectors of finite bits, at least 0, by {@link
   *     Feature} ordinal; their order matters. Not changed
   * @param from the earliest event time of the rows, epoch milliseconds
   * @param to the latest, not before {@code from}
   * @param seed of every random choice
   * @throws IllegalArgumentException if there are too few rows, a row has another length, a value
   *     is NaN or infinite, or the provenance is not valid
   */
  public static ModelArtifact train(String cohort, double[][] rows, long from, long to, long seed) {
    int features = Feature.values().length;
    requireRows(rows, features);
    double[][] valid = TrainingRows.validated(rows);
    SplittableRandom seeds = new SplittableRandom(seed);
    return ModelArtifact.of(
        new Provenance(cohort, Feature.schema(), features, seed, from, to, rows.length),
        forest(valid, Family.BEHAVIOUR.columns(), seeds.nextLong()),
        forest(valid, Family.CIRCUMSTANCE.columns(), seeds.nextLong()),
        new SumCalibrations(Detector.SUMS.stream().map(detector -> sum(detector, valid)).toList()),
        IntStream.range(0, features).mapToDouble(f -> median(valid, f)).toArray());
  }

  private static void requireRows(double[][] rows, int features) {
    if (rows.length < FEWEST_ROWS) {
      throw new IllegalArgumentException(
          "A model needs at least %d training rows, got %d".formatted(FEWEST_ROWS, rows.length));
    }
    if (rows[0].length != features) {
      throw new IllegalArgumentException(
          "Training rows must have %d columns, row 0 has %d".formatted(features, rows[0].length));
    }
  }

  private static CalibratedForest forest(double[][] rows, int[] columns, long seed) {
    double[][] own =
        Stream.of(rows).map(row -> CalibratedForest.gather(row, columns)).toArray(double[][]::new);
    CompiledForest forest = ForestTrainer.train(own, ForestSettings.defaults(), seed);
    double[] scores = Stream.of(own).mapToDouble(forest::score).toArray();
    return new CalibratedForest(columns, forest, ScoreCalibration.fit(scores));
  }

  private static ScoreCalibration sum(Detector detector, double[][] rows) {
    return ScoreCalibration.fit(
        Stream.of(rows).mapToDouble(row -> Surprise.raw(detector, row)).toArray());
  }

  private static double median(double[][] rows, int feature) {
    double[] values = Stream.of(rows).mapToDouble(row -> row[feature]).sorted().toArray();
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
