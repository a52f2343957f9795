package io.driftline.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecayedMomentsTest {

  private final DecayedMoments moments = new DecayedMoments();

  @Test
  void isZeroBeforeAnythingWasSeen() {
    assertThat(moments.count(1)).isZero();
    assertThat(moments.mean()).isZero();
    assertThat(moments.deviation()).isZero();
  }

  @Test
  void weighsLaterObservationsMore() {
    moments.add(1, 1);
    moments.add(4, 2);

    // Mean (1 + 8) / 3, variance (1·2² + 2·1²) / 3.
    assertThat(moments.mean()).isEqualTo(3, within(1e-12));
    assertThat(moments.deviation()).isEqualTo(Math.sqrt(2), within(1e-12));
    assertThat(moments.count(0.5)).isEqualTo(1.5, within(1e-12));
  }

  @Test
  void keepsItsDigitsFarFromZero() {
    DoubleStream.of(4, 7, 13, 16).forEach(x -> moments.add(1e9 + x, 1));

    // Squared deviations 36 + 9 + 9 + 36 over 4.
    assertThat(moments.mean()).isEqualTo(1e9 + 10, within(1e-6));
    assertThat(moments.deviation()).isEqualTo(Math.sqrt(22.5), within(1e-6));
  }

  @Test
  void orderDoesNotMatterBeyondRounding() {
    DecayedMoments reversed = new DecayedMoments();
    moments.add(2, 1);
    moments.add(9, 4);
    reversed.add(9, 4);
    reversed.add(2, 1);

    assertThat(reversed.mean()).isEqualTo(moments.mean(), within(1e-12));
    assertThat(reversed.deviation()).isEqualTo(moments.deviation(), within(1e-12));
  }

  @Test
  void movingTheLandmarkChangesTheCountOnly() {
    moments.add(1, 8);
    moments.add(4, 16);
    moments.rescale(8);

    assertThat(moments.mean()).isEqualTo(3, within(1e-12));
    assertThat(moments.deviation()).isEqualTo(Math.sqrt(2), within(1e-12));
    assertThat(moments.count(1)).isEqualTo(3, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNotFinite(double x) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> moments.add(x, 1))
        .withMessage("an observation must be finite, was " + x);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAWeightThatIsNotPositive(double weight) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> moments.add(1, weight))
        .withMessage("a weight must be positive and finite, was " + weight);
  }
}
