package io.driftline.job.evaluate;

import java.util.OptionalDouble;

/**
 * The four figures by which a ranking is judged, each in [0, 1] and empty where undefined.
 *
 * @param rocAuc see {@link Ranking#rocAuc()}
 * @param averagePrecision see {@link Ranking#averagePrecision()}
 * @param recallAtFpr1 recall at a false-positive rate of at most 1 %
 * @param recallAtFpr5 recall at a false-positive rate of at most 5 %
 */
public record RankingQuality(
    OptionalDouble rocAuc,
    OptionalDouble averagePrecision,
    OptionalDouble recallAtFpr1,
    OptionalDouble recallAtFpr5) {

  /** The figures of this ranking. */
  public static RankingQuality of(Ranking ranking) {
    return new RankingQuality(
        ranking.rocAuc(),
        ranking.averagePrecision(),
        ranking.recallAtFalsePositiveRate(0.01),
        ranking.recallAtFalsePositiveRate(0.05));
  }
}
