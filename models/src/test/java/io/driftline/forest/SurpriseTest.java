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
import org.junit.jupiter.params.provider.ValueSource;

class SurpriseTest {

  private static final double[] VECTOR =
      TestModels.vector(
          Map.of(
              Feature.RESOURCE_RISK, 7.5,
              Feature.CO_OCCURRENCE_RISK, 2.25,
              Feature.PERMISSION_RISK, 4.0,
              Feature.CREDENTIAL_RARITY, 0.5,
              Feature.NETWORK_RARITY, 1.0,
              Feature.HOUR_RARITY, 100.0));

  @Test
  void addsTheRisksOfResourceAndSession() {
    assertThat(Surprise.bits(VECTOR)).isEqualTo(9.75);
  }

  @Test
  void addsWhatElseIsTellingWhenFirstSeen() {
    assertThat(Surprise.firstSeenBits(VECTOR)).isEqualTo(15.25);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "16, 0.25", "64, 1", "1000, 1"})
  void scalesBitsToRawScores(double bits, double raw) {
    assertThat(Surprise.raw(bits)).isEqualTo(raw);
  }

  @Test
  void leavesNaNForTheCalibrationToRefuse() {
    assertThat(Surprise.raw(Double.NaN)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void contributionsAreTheTermsOfTheSum(boolean firstSeen) {
    double[] terms = Surprise.contributions(VECTOR, firstSeen);

    assertThat(terms).hasSameSizeAs(VECTOR);
    assertThat(terms[Feature.RESOURCE_RISK.ordinal()]).isEqualTo(7.5);
    assertThat(terms[Feature.HOUR_RARITY.ordinal()]).isZero();
    assertThat(Arrays.stream(terms).sum())
        .isCloseTo(
            firstSeen ? Surprise.firstSeenBits(VECTOR) : Surprise.bits(VECTOR), within(1e-12));
  }

  @Test
  void contributesOnlyWhatItReads() {
    double[] ones = DoubleStream.generate(() -> 1).limit(VECTOR.length).toArray();

    assertThat(Surprise.contributions(ones, false)).containsOnly(0, 1);
    assertThat(Surprise.bits(ones)).isEqualTo(2);
    assertThat(Surprise.firstSeenBits(ones)).isEqualTo(5);
  }
}
