package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {

  private static final Verdict VERDICT =
      new Verdict(130, Detector.SURPRISE, new double[] {20, 0, 130, 0, 61, 0, 0, 0}, "id");

  @Test
  void showsAtMostAHundredAndRanksBeyond() {
    assertThat(VERDICT.shownScore()).isEqualTo(100);
    assertThat(VERDICT.score()).isEqualTo(130);
    assertThat(
            new Verdict(7, Detector.BEHAVIOUR, new double[] {7, 0, 0, 0, 0, 0, 0, 0}, null)
                .shownScore())
        .isEqualTo(7);
  }

  @Test
  void tellsWhatEachDetectorSays() {
    assertThat(VERDICT.scoreOf(Detector.BEHAVIOUR)).isEqualTo(20);
    assertThat(VERDICT.byDetector()).containsExactly(20, 0, 130, 0, 61, 0, 0, 0);
  }

  @Test
  void isAValue() {
    Verdict same = new Verdict(130, Detector.SURPRISE, VERDICT.byDetector(), "id");
    Verdict other =
        new Verdict(130, Detector.SURPRISE, new double[] {21, 0, 130, 0, 61, 0, 0, 0}, "id");

    assertThat(same).isEqualTo(VERDICT).hasSameHashCodeAs(VERDICT);
    assertThat(other).isNotEqualTo(VERDICT);
  }

  @Test
  void keepsItsScoresToItself() {
    VERDICT.byDetector()[0] = 99;

    assertThat(VERDICT.scoreOf(Detector.BEHAVIOUR)).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWhatIsNoScore(double score) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Verdict(score, Detector.BEHAVIOUR, new double[8], null))
        .withMessage("score must be finite and at least 0, was " + score);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Verdict(0, Detector.BEHAVIOUR, new double[] {0, score, 0, 0, 0, 0, 0, 0}, null))
        .withMessage("circumstance must be finite and at least 0, was " + score);
  }

  @Test
  void refusesAMissingLeadAndMissingScores() {
    assertThatNullPointerException()
        .isThrownBy(() -> new Verdict(0, null, new double[8], null))
        .withMessage("lead");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Verdict(0, Detector.BEHAVIOUR, new double[2], null))
        .withMessage("byDetector must hold 8 scores, got 2");
  }
}
