package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.driftline.feature.Feature;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SumCalibrationsTest {

  private static final ScoreCalibration SURPRISE = TestModels.linear(100);
  private static final ScoreCalibration LEVEL = TestModels.linear(200);
  private static final ScoreCalibration SESSION = TestModels.linear(400);
  private static final SumCalibrations SUMS = new SumCalibrations(SURPRISE, LEVEL, SESSION);

  @Test
  void givesEachSumItsOwn() {
    assertThat(SUMS.of(Detector.SURPRISE)).isSameAs(SURPRISE);
    assertThat(SUMS.of(Detector.LEVEL)).isSameAs(LEVEL);
    assertThat(SUMS.of(Detector.SESSION)).isSameAs(SESSION);
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
  void refusesForestsAndNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SUMS.of(Detector.CIRCUMSTANCE))
        .withMessage("CIRCUMSTANCE is a forest, not a sum");
    assertThatNullPointerException()
        .isThrownBy(() -> new SumCalibrations(SURPRISE, null, SESSION))
        .withMessage("level");
  }
}
