package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.driftline.feature.Feature;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SumCalibrationsTest {

  private static final ScoreCalibration SURPRISE = TestModels.linear(100);
  private static final ScoreCalibration LEVEL = TestModels.linear(200);
  private static final ScoreCalibration SESSION = TestModels.linear(400);
  private static final ScoreCalibration VOLUME = TestModels.linear(500);
  private static final ScoreCalibration REACH = TestModels.linear(600);
  private static final ScoreCalibration TOTAL = TestModels.linear(700);
  private static final SumCalibrations SUMS =
      new SumCalibrations(List.of(SURPRISE, LEVEL, SESSION, VOLUME, REACH, TOTAL));

  @Test
  void givesEachSumItsOwn() {
    assertThat(SUMS.of(Detector.SURPRISE)).isSameAs(SURPRISE);
    assertThat(SUMS.of(Detector.LEVEL)).isSameAs(LEVEL);
    assertThat(SUMS.of(Detector.SESSION)).isSameAs(SESSION);
    assertThat(SUMS.of(Detector.VOLUME)).isSameAs(VOLUME);
    assertThat(SUMS.of(Detector.REACH)).isSameAs(REACH);
    assertThat(SUMS.of(Detector.TOTAL)).isSameAs(TOTAL);
  }

  /** A quarter of 64, 256 and 2048 bits: a quarter of the points of each. */
  @Test
  void scoresByTheSumOfTheDetector() {
    double[] vector =
        TestModels.vector(
            Map.of(Feature.RESOURCE_RISK, 16.0, Feature.RATE, 64.0, Feature.SESSION_LOAD, 512.0));

    assertThat(SUMS.score(Detector.SURPRISE, vector)).isCloseTo(25, within(1e-9));
    assertThat(SUMS.score(Detector.LEVEL, vector)).isCloseTo(50, within(1e-9));
    assertThat(SUMS.score(Detector.SESSION, vector)).isCloseTo(100, within(1e-9));
  }

  @Test
  void aReachOfLessThanTwoSystemsIsNoNews() {
    assertThat(SUMS.score(Detector.REACH, reach(15.9))).isZero();
    assertThat(SUMS.score(Detector.REACH, reach(16))).isCloseTo(600 * 16 / 2048.0, within(1e-9));
  }

  private static double[] reach(double bits) {
    return TestModels.vector(Map.of(Feature.SESSION_REACH, bits, Feature.SYSTEM_ENTRY, bits));
  }

  @Test
  void refusesForestsAndTooFew() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SUMS.of(Detector.CIRCUMSTANCE))
        .withMessage("CIRCUMSTANCE is a forest, not a sum");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SumCalibrations(List.of(SURPRISE, LEVEL, SESSION)))
        .withMessage("there must be 6 calibrations, got 3");
  }
}
