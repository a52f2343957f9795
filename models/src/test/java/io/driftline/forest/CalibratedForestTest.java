package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CalibratedForestTest {

  private static final int[] COLUMNS = {1, 3, 4};

  private static final CompiledForest FOREST =
      ForestTrainer.train(TestRows.gaussian(600, 3, 5), ForestSettings.defaults(), 1);

  private static final CalibratedForest CALIBRATED =
      new CalibratedForest(COLUMNS, FOREST, TestModels.linear(200));

  @Test
  void scoresTheGatheredColumns() {
    for (double[] vector : TestRows.gaussian(500, 6, 6)) {
      double raw = FOREST.score(row(vector[1], vector[3], vector[4]));

      assertThat(CALIBRATED.score(vector)).isEqualTo(200 * raw);
    }
  }

  @Test
  void scoresAsWorkedOutByHand() {
    CalibratedForest stump =
        new CalibratedForest(new int[] {2}, TestModels.stump(5), TestModels.linear(100));

    // Isolated after one split, where c(4) = 1.85 are expected: 2^(−1 / 1.85) = 0.688.
    assertThat(stump.score(row(9, 9, 4))).isCloseTo(68.77, within(0.01));
  }

  @Test
  void doesNotCapTheScore() {
    CalibratedForest stump =
        new CalibratedForest(new int[] {0}, TestModels.stump(5), TestModels.linear(1_000));

    assertThat(stump.score(row(4))).isGreaterThan(600);
  }

  @Test
  void contributesInTheColumnsOfTheVector() {
    double[] vector = row(9, 8, 9, 0.1, -0.2, 9);
    double[] own = FOREST.contributions(row(8, 0.1, -0.2));

    assertThat(CALIBRATED.contributions(vector)).containsExactly(0, own[0], 0, own[1], own[2], 0);
    assertThat(own[0]).isPositive();
  }

  @Test
  void doesNotReadOtherColumns() {
    assertThat(CALIBRATED.score(row(Double.NaN, 0, Double.NaN, 0, 0)))
        .isEqualTo(CALIBRATED.score(row(7, 0, 7, 0, 0)));
  }

  @Test
  void refusesNaNByColumn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CALIBRATED.score(row(0, 0, 0, Double.NaN, 0)))
        .withMessage("Column 3 must be finite, was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CALIBRATED.contributions(row(0, 0, 0, 0, Double.POSITIVE_INFINITY)))
        .withMessage("Column 4 must be finite, was Infinity");
  }

  @Test
  void refusesAShortVector() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CALIBRATED.score(row(0, 0, 0, 0)))
        .withMessage("The forest reads column 4, the vector has 4");
  }

  @Test
  void refusesColumnsThatDoNotFitTheForest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CalibratedForest(new int[] {0, 1}, FOREST, TestModels.linear(1)))
        .withMessage("The forest has 3 features, but there are 2 columns");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CalibratedForest(new int[] {0, 2, 2}, FOREST, TestModels.linear(1)))
        .withMessage("Columns must ascend from 0 to below 32767, but 2 follows 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CalibratedForest(new int[] {-1, 2, 3}, FOREST, TestModels.linear(1)))
        .withMessage("Columns must ascend from 0 to below 32767, but -1 follows -1");
  }

  @Test
  void keepsItsColumnsToItself() {
    CALIBRATED.columns()[0] = 99;

    assertThat(CALIBRATED.columns()).isEqualTo(COLUMNS);
  }

  private static double[] row(double... values) {
    return values;
  }
}
