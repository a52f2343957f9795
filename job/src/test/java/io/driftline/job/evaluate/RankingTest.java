package io.driftline.job.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RankingTest {

  private static final Offset<Double> EXACT = within(1e-12);

  // From the top: + − + (tie of + and −) −. Three positives, three negatives.
  private static final Ranking HAND_WORKED =
      Ranking.of(
          new double[] {0.9, 0.8, 0.7, 0.5, 0.5, 0.1},
          new boolean[] {true, false, true, true, false, false});

  @Test
  void rocAucCountsWonPairsAndHalfOfTheTiedOnes() {
    // 0.9 beats 3, 0.7 beats 2, 0.5 beats 1 and ties 1: 6.5 of 9 pairs.
    assertThat(HAND_WORKED.rocAuc()).hasValueCloseTo(6.5 / 9, EXACT);
  }

  @Test
  void averagePrecisionSumsPrecisionOverStepsOfRecallWithTiesInOneStep() {
    // A third of the recall each at precision 1/1, 2/3 and, with its tie, 3/5.
    assertThat(HAND_WORKED.averagePrecision()).hasValueCloseTo((1 + 2.0 / 3 + 3.0 / 5) / 3, EXACT);
  }

  @Test
  void averagePrecisionAgreesWithTheExampleInTheDocumentationOfScikitLearn() {
    Ranking ranking =
        Ranking.of(new double[] {0.1, 0.4, 0.35, 0.8}, new boolean[] {false, false, true, true});
    assertThat(ranking.averagePrecision()).hasValueCloseTo(5.0 / 6, EXACT);
  }

  @Test
  void recallIsTakenAtTheLowestThresholdTheRateAllows() {
    assertThat(HAND_WORKED.recallAtFalsePositiveRate(0)).hasValueCloseTo(1.0 / 3, EXACT);
    assertThat(HAND_WORKED.recallAtFalsePositiveRate(1.0 / 3)).hasValueCloseTo(2.0 / 3, EXACT);
    assertThat(HAND_WORKED.recallAtFalsePositiveRate(0.66)).hasValueCloseTo(2.0 / 3, EXACT);
    assertThat(HAND_WORKED.recallAtFalsePositiveRate(2.0 / 3)).hasValueCloseTo(1.0, EXACT);
  }

  @Test
  void recallIsZeroWhenEvenTheHighestScoreCostsTooMuch() {
    Ranking ranking = Ranking.of(new double[] {1, 2}, new boolean[] {true, false});
    assertThat(ranking.recallAtFalsePositiveRate(0.5)).hasValue(0);
  }

  @Test
  void equalScoresRankNothing() {
    Ranking ranking =
        Ranking.of(new double[] {7, 7, 7, 7}, new boolean[] {true, false, false, false});
    assertThat(ranking.rocAuc()).hasValue(0.5);
    assertThat(ranking.averagePrecision()).hasValue(0.25);
    assertThat(ranking.recallAtFalsePositiveRate(0.99)).hasValue(0);
  }

  @Test
  void bothZerosAreEqualAndInfinitiesAreOrdered() {
    double infinity = Double.POSITIVE_INFINITY;
    assertThat(Ranking.of(new double[] {0.0, -0.0}, new boolean[] {true, false}).rocAuc())
        .hasValue(0.5);
    assertThat(Ranking.of(new double[] {infinity, -infinity}, new boolean[] {true, false}).rocAuc())
        .hasValue(1);
  }

  @Test
  void everyMeasureIsEmptyWithoutPositivesOrWithoutNegatives() {
    assertUndefined(Ranking.of(new double[] {1, 2}, new boolean[] {true, true}));
    assertUndefined(Ranking.of(new double[] {1, 2}, new boolean[] {false, false}));
    assertUndefined(Ranking.of(new double[0], new boolean[0]));
  }

  @Test
  void nanIsRefusedByItsPosition() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ranking.of(new double[] {1, Double.NaN}, new boolean[] {true, false}))
        .withMessageContaining("score 1 is NaN");
  }

  @Test
  void lengthsThatDifferAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ranking.of(new double[2], new boolean[3]))
        .withMessageContaining("2 and 3");
  }

  @Test
  void ratesThatAreNoSharesAreRefused() {
    for (double rate : new double[] {-0.01, 1.01, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> HAND_WORKED.recallAtFalsePositiveRate(rate));
    }
  }

  @Test
  void pairsOfAMillionRowsDoNotOverflow() {
    int rows = 1_000_000;
    double[] scores = new double[rows];
    boolean[] positive = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      scores[row] = row;
      positive[row] = row >= rows / 2;
    }
    Ranking ranking = Ranking.of(scores, positive);
    assertThat(ranking.rocAuc()).hasValue(1);
    assertThat(ranking.averagePrecision()).hasValue(1);
  }

  private static void assertUndefined(Ranking ranking) {
    assertThat(ranking.rocAuc()).isEmpty();
    assertThat(ranking.averagePrecision()).isEmpty();
    assertThat(ranking.recallAtFalsePositiveRate(0.05)).isEqualTo(OptionalDouble.empty());
  }
}
