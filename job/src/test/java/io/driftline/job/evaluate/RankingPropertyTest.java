package io.driftline.job.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;

/** The measures against their definitions, written out over all pairs and all thresholds. */
class RankingPropertyTest {

  private static final Offset<Double> ROUNDING = within(1e-12);

  /** Rows to rank; there is at least one positive and one negative. */
  record Rows(List<Integer> positives, List<Integer> negatives) {

    double[] scores() {
      return IntStream.concat(
              positives.stream().mapToInt(Integer::intValue),
              negatives.stream().mapToInt(Integer::intValue))
          .asDoubleStream()
          .toArray();
    }

    Ranking ranking(DoubleUnaryOperator transform) {
      boolean[] positive = new boolean[positives.size() + negatives.size()];
      Arrays.fill(positive, 0, positives.size(), true);
      return Ranking.of(Arrays.stream(scores()).map(transform).toArray(), positive);
    }

    Ranking ranking() {
      return ranking(score -> score);
    }

    double recall(double threshold) {
      return share(positives, score -> score >= threshold);
    }

    double falsePositiveRate(double threshold) {
      return share(negatives, score -> score >= threshold);
    }

    double precision(double threshold) {
      double hits = recall(threshold) * positives.size();
      return hits / (hits + falsePositiveRate(threshold) * negatives.size());
    }

    private static double share(List<Integer> scores, IntPredicate condition) {
      long count = scores.stream().mapToInt(Integer::intValue).filter(condition).count();
      return (double) count / scores.size();
    }
  }

  @Provide
  Arbitrary<Rows> rows() {
    // Few distinct values, so that ties are common.
    Arbitrary<List<Integer>> scores =
        Arbitraries.integers().between(-6, 6).list().ofMinSize(1).ofMaxSize(25);
    return Combinators.combine(scores, scores).as(Rows::new);
  }

  @Property(seed = "41")
  void rocAucIsTheShareOfPairsWon(@ForAll("rows") Rows rows) {
    double won = 0;
    for (int positive : rows.positives()) {
      for (int negative : rows.negatives()) {
        won += 0.5 * (1 + Math.signum((double) positive - negative));
      }
    }
    double pairs = (double) rows.positives().size() * rows.negatives().size();
    assertThat(rows.ranking().rocAuc()).hasValueCloseTo(won / pairs, ROUNDING);
  }

  @Property(seed = "42")
  void averagePrecisionIsItsSumOverThresholds(@ForAll("rows") Rows rows) {
    double sum = 0;
    double recallBefore = 0;
    double[] ascending = Arrays.stream(rows.scores()).distinct().sorted().toArray();
    for (int i = ascending.length - 1; i >= 0; i--) {
      double recall = rows.recall(ascending[i]);
      sum += (recall - recallBefore) * rows.precision(ascending[i]);
      recallBefore = recall;
    }
    assertThat(rows.ranking().averagePrecision()).hasValueCloseTo(sum, ROUNDING);
  }

  @Property(seed = "43")
  void recallAtARateIsTheBestOverThresholds(@ForAll("rows") Rows rows) {
    for (double rate : new double[] {0, 0.05, 0.25, 0.5, 1}) {
      double best =
          Arrays.stream(rows.scores())
              .filter(threshold -> rows.falsePositiveRate(threshold) <= rate)
              .map(rows::recall)
              .max()
              .orElse(0);
      assertThat(rows.ranking().recallAtFalsePositiveRate(rate)).hasValueCloseTo(best, ROUNDING);
    }
  }

  @Property(seed = "44")
  void onlyTheOrderOfScoresMatters(@ForAll("rows") Rows rows) {
    RankingQuality plain = RankingQuality.of(rows.ranking());
    assertThat(RankingQuality.of(rows.ranking(Math::exp))).isEqualTo(plain);
    assertThat(RankingQuality.of(rows.ranking(score -> 3 * score * score * score - 1)))
        .isEqualTo(plain);
  }

  @Property(seed = "45")
  void negatedScoresTurnRocAucAround(@ForAll("rows") Rows rows) {
    double turned = rows.ranking(score -> -score).rocAuc().orElseThrow();
    assertThat(rows.ranking().rocAuc()).hasValueCloseTo(1 - turned, ROUNDING);
  }
}
