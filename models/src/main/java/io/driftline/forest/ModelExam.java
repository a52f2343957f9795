package io.driftline.forest;

import java.util.Arrays;

/**
 * How one model does on recent rows and on injected outliers.
 *
 * @param median its median score over the rows, at least 0
 * @param above50 share of the rows that it gives 50 or more, nominally at most one in a hundred
 * @param above75 share of the rows that it gives 75 or more, nominally at most one in a thousand
 * @param found share of the outliers that it scores above the 99th percentile of the rows
 */
public record ModelExam(double median, double above50, double above75, double found) {

  private static final double ORDINARY = 0.99;

  /**
   * Examines {@code model}.
   *
   * @param model {@code null} for first-seen and rarity alone
   * @param rows at least one
   * @param outliers at least one
   */
  static ModelExam of(ModelArtifact model, double[][] rows, double[][] outliers) {
    double[] scores = scores(model, rows);
    Arrays.sort(scores);
    double ordinary = scores[(int) Math.ceil(ORDINARY * scores.length) - 1];
    double[] injected = scores(model, outliers);
    return new ModelExam(
        scores[scores.length / 2],
        share(scores, Math.nextDown(50.0)),
        share(scores, Math.nextDown(75.0)),
        share(injected, ordinary));
  }

  private static double[] scores(ModelArtifact model, double[][] rows) {
    return Arrays.stream(rows).mapToDouble(row -> Scorer.score(row, model).score()).toArray();
  }

  private static double share(double[] scores, double above) {
    return (double) Arrays.stream(scores).filter(score -> score > above).count() / scores.length;
  }
}
