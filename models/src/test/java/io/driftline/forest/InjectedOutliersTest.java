package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InjectedOutliersTest {

  private static final double[][] ROWS = TestModels.vectors(1_000, 5);
  private static final int WIDTH = ROWS[0].length;

  @Test
  void theSameSeedGivesTheSameOutliers() {
    assertThat(InjectedOutliers.from(ROWS, 1)).isDeepEqualTo(InjectedOutliers.from(ROWS, 1));
    assertThat(Arrays.deepEquals(InjectedOutliers.from(ROWS, 1), InjectedOutliers.from(ROWS, 2)))
        .isFalse();
  }

  @Test
  void everyFeatureIsTakenTenBitsBeyondItsExtreme() {
    double[][] outliers = InjectedOutliers.from(ROWS, 1);

    for (int f = 0; f < WIDTH; f++) {
      double beyond = highest(f) + 10;
      assertThat(outliers[4 * f][f]).isEqualTo(beyond);
      assertThat(outliers[4 * f + 3][f]).isEqualTo(beyond);
    }
  }

  /** Of 1,000 rows the 99.9th percentile by nearest rank is the 999th: one is higher. */
  @Test
  void pairsOfFeaturesAreRaisedToTheir999thOf1000() {
    double[][] outliers = InjectedOutliers.from(ROWS, 1);

    assertThat(outliers).hasNumberOfRows(4 * WIDTH + 64);
    for (int i = 4 * WIDTH; i < outliers.length; i++) {
      double[] outlier = outliers[i];
      assertThat(IntStream.range(0, WIDTH).filter(f -> outlier[f] == rank999(f)).count())
          .isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void rowsThatNeverVaryHaveNoPairs() {
    assertThat(InjectedOutliers.from(new double[256][WIDTH], 1)).hasNumberOfRows(4 * WIDTH);
  }

  @Test
  void theRowsAreLeftAlone() {
    double[][] rows = TestModels.vectors(300, 5);
    InjectedOutliers.from(rows, 1);
    assertThat(rows).isDeepEqualTo(TestModels.vectors(300, 5));
  }

  private static double highest(int feature) {
    return Arrays.stream(ROWS).mapToDouble(row -> row[feature]).max().orElseThrow();
  }

  private static double rank999(int feature) {
    return Arrays.stream(ROWS).mapToDouble(row -> row[feature]).sorted().toArray()[998];
  }
}
