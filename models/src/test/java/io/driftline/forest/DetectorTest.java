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
  void isAForestOrASum() {
    assertThat(Stream.of(Detector.values()).filter(Detector::isSum))
        .containsExactly(Detector.SURPRISE, Detector.LEVEL, Detector.SESSION);
  }

  @Test
  void whatIsSeldomHarmfulSpeaksOnlyWhenVeryOdd() {
    assertThat(Stream.of(Detector.values()).filter(detector -> detector.speaksFrom() > 0))
        .containsExactly(Detector.CIRCUMSTANCE, Detector.LEVEL, Detector.SESSION)
        .allMatch(detector -> detector.speaksFrom() < 75);
  }

  @Test
  void namesItselfInOutputs() {
    assertThat(Stream.of(Detector.values()).map(Detector::code))
        .containsExactly("behaviour", "circumstance", "surprise", "level", "session");
    assertThat(Stream.of(Detector.values()).map(Detector::text)).doesNotContain("");
  }
}
