package io.driftline.job.cli.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScaleTest {

  @Test
  void aLinearScaleBeginsAtZeroAndEndsAtATickFromTheHighestValueOn() {
    assertThat(Scale.linear(21, 0, 100).ticks()).containsExactly(0.0, 5.0, 10.0, 15.0, 20.0, 25.0);
    assertThat(Scale.linear(20, 0, 100).ticks()).containsExactly(0.0, 5.0, 10.0, 15.0, 20.0);
    assertThat(Scale.linear(0.3, 0, 100).ticks())
        .containsExactly(0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3);
  }

  @Test
  void aLinearScaleOfNothingStillHasALength() {
    assertThat(Scale.linear(0, 0, 100).ticks()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(Scale.linear(0, 0, 100).at(0)).isZero();
  }

  @Test
  void valuesFarApartGetALogarithmicScale() {
    Scale scale = Scale.fitting(0.3, 30, 0, 100);
    assertThat(scale.logarithmic()).isTrue();
    assertThat(scale.ticks()).containsExactly(0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0);
    assertThat(scale.at(1) - scale.at(0.5)).isCloseTo(scale.at(10) - scale.at(5), within(1e-9));
  }

  @Test
  void valuesCloseToEachOtherOrFromZeroOnGetALinearScale() {
    assertThat(Scale.fitting(1, 10, 0, 100).logarithmic()).isFalse();
    assertThat(Scale.fitting(0, 100, 0, 100).logarithmic()).isFalse();
  }

  @Test
  void aScaleMayRunUpwardsOnThePaper() {
    assertThat(Scale.linear(10, 300, 100).at(0)).isEqualTo(300);
    assertThat(Scale.linear(10, 300, 100).at(5)).isEqualTo(200);
  }
}
