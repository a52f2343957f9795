package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.driftline.feature.Feature;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SurpriseTest {

  private static final double[] VECTOR =
      TestModels.vector(
          Map.of(
              Feature.RESOURCE_RISK, 7.5,
              Feature.CO_OCCURRENCE_RISK, 2.25,
              Feature.RESOURCE_CO_OCCURRENCE_RISK, 3.0,
              Feature.PERMISSION_RISK, 4.0,
              Feature.CREDENTIAL_RARITY, 0.5,
              Feature.NETWORK_RARITY, 1.0,
              Feature.HOUR_RARITY, 100.0,
              Feature.RATE, 12.0,
              Feature.SILENCE, 3.5,
              Feature.SESSION_LOAD, 256.0));

  @Test
  void addsWhatEachDetectorLooksAt() {
    assertThat(Surprise.bits(Detector.SURPRISE, VECTOR)).isEqualTo(10.5);
    assertThat(Surprise.bits(Detector.LEVEL, VECTOR)).isEqualTo(15.5);
    assertThat(Surprise.bits(Detector.SESSION, VECTOR)).isEqualTo(256);
  }

  @Test
  void addsWhatElseIsTellingWhenFirstSeen() {
    assertThat(Surprise.firstSeenBits(VECTOR)).isEqualTo(15.25);
  }

  @ParameterizedTest
  @CsvSource({
    "SURPRISE, RESOURCE_RISK, 0, 0",
    "SURPRISE, RESOURCE_RISK, 16, 0.25",
    "SURPRISE, RESOURCE_RISK, 64, 1",
    "SURPRISE, RESOURCE_RISK, 1000, 1",
    "LEVEL, BYTES, 64, 0.25",
    "LEVEL, SILENCE, 300, 1",
    "SESSION, SESSION_LOAD, 512, 0.25",
    "SESSION, SESSION_LOAD, 2049, 1"
  })
  void scalesBitsToRawScores(Detector detector, Feature feature, double bits, double raw) {
    // The rare system makes the session's sum news.
    double[] vector = TestModels.vector(Map.of(feature, bits, Feature.SYSTEM_RARITY, bits));

    assertThat(Surprise.raw(detector, vector)).isEqualTo(raw);
  }

  @Test
  void aSessionSumThatFallsIsNoNews() {
    double[] vector = TestModels.vector(Map.of(Feature.SESSION_LOAD, 512.0));

    assertThat(Surprise.raw(Detector.SESSION, vector)).isZero();
  }

  @Test
  void leavesNaNForTheCalibrationToRefuse() {
    double[] vector = TestModels.vector(Map.of(Feature.RATE, Double.NaN));

    assertThat(Surprise.raw(Detector.LEVEL, vector)).isNaN();
  }

  @ParameterizedTest
  @EnumSource(names = {"SURPRISE", "LEVEL", "SESSION"})
  void contributionsAreTheTermsOfTheSum(Detector detector) {
    double[] terms = Surprise.contributions(detector, VECTOR);

    assertThat(terms).hasSameSizeAs(VECTOR);
    assertThat(terms[Feature.HOUR_RARITY.ordinal()]).isZero();
    assertThat(Arrays.stream(terms).sum())
        .isCloseTo(Surprise.bits(detector, VECTOR), within(1e-12));
  }

  @Test
  void firstSeenContributionsAreTheTermsOfTheirSum() {
    double[] terms = Surprise.firstSeenContributions(VECTOR);

    assertThat(terms[Feature.RESOURCE_RISK.ordinal()]).isEqualTo(7.5);
    assertThat(terms[Feature.CREDENTIAL_RARITY.ordinal()]).isEqualTo(0.5);
    assertThat(Arrays.stream(terms).sum()).isCloseTo(15.25, within(1e-12));
  }

  @Test
  void addsOnlyWhatItReads() {
    double[] ones = DoubleStream.generate(() -> 1).limit(VECTOR.length).toArray();

    assertThat(Surprise.bits(Detector.SURPRISE, ones)).isEqualTo(2);
    assertThat(Surprise.bits(Detector.LEVEL, ones)).isEqualTo(3);
    assertThat(Surprise.bits(Detector.SESSION, ones)).isEqualTo(1);
    assertThat(Surprise.firstSeenBits(ones)).isEqualTo(5);
  }
}
