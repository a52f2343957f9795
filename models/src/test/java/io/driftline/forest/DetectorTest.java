package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DetectorTest {

  @Test
  void sharesOutAllFalseAlerts() {
    assertThat(Stream.of(Detector.values()).mapToDouble(Detector::weight).sum())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void namesItselfInOutputs() {
    assertThat(Stream.of(Detector.values()).map(Detector::code))
        .containsExactly("behaviour", "circumstance", "surprise");
    assertThat(Stream.of(Detector.values()).map(Detector::text)).doesNotContain("");
  }
}
