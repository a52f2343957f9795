package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.driftline.feature.SessionSum;
import java.util.Objects;
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
    assertThat(Stream.of(Detector.values()).filter(Detector::isSum).toList())
        .containsExactly(
            Detector.SURPRISE,
            Detector.LEVEL,
            Detector.SESSION,
            Detector.VOLUME,
            Detector.REACH,
            Detector.TOTAL)
        .isEqualTo(Detector.SUMS);
  }

  @Test
  void whatIsSeldomHarmfulSpeaksOnlyWhenVeryOdd() {
    assertThat(Stream.of(Detector.values()).filter(detector -> detector.speaksFrom() > 0))
        .containsExactly(
            Detector.CIRCUMSTANCE,
            Detector.LEVEL,
            Detector.SESSION,
            Detector.VOLUME,
            Detector.REACH,
            Detector.TOTAL)
        .allMatch(detector -> detector.speaksFrom() <= 75);
  }

  @Test
  void judgesAtMostOneSumOfTheSession() {
    assertThat(Stream.of(Detector.values()).map(Detector::sessionSum).filter(Objects::nonNull))
        .containsExactly(SessionSum.values());
  }

  @Test
  void namesItselfInOutputs() {
    assertThat(Stream.of(Detector.values()).map(Detector::code))
        .containsExactly(
            "behaviour",
            "circumstance",
            "surprise",
            "level",
            "session",
            "volume",
            "reach",
            "total");
    assertThat(Stream.of(Detector.values()).map(Detector::text)).doesNotContain("");
  }
}
