package io.driftline.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdsTest {

  @Test
  void theDefaultIsOneActionInAThousand() {
    assertThat(Thresholds.defaults().alert()).isEqualTo(-25 * Math.log10(0.001));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 100.1, Double.NaN})
  void refusesALineOffTheScale(double line) {
    assertThatThrownBy(() -> new Thresholds(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("alert must lie in [0, 100]");
  }
}
