package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreCalibrationTest {

  /** 99 scores 0.01, 0.02 … 0.99: k of them at or above 1 − k/100, so p = k/100 there. */
  private static final ScoreCalibration EVEN =
      ScoreCalibration.fit(IntStream.range(1, 100).mapToDouble(i -> i / 100.0).toArray());

  @Test
  void readsTailProbabilitiesOffTheSample() {
    assertThat(EVEN.tailProbability(0)).isEqualTo(1);
    assertThat(EVEN.tailProbability(0.5)).isCloseTo(0.5, within(1e-12));
    assertThat(EVEN.tailProbability(0.9)).isCloseTo(0.1, within(1e-12));
    assertThat(EVEN.score(0.9)).isCloseTo(25, within(1e-9));
  }

  @Test
  void continuesTheTailExponentially() {
    // The top ten start at 0.90; the other nine exceed it by 0.05 on average.
    assertThat(EVEN.tailProbability(0.95)).isCloseTo(0.1 * Math.exp(-1), within(1e-9));
    assertThat(EVEN.tailProbability(1)).isCloseTo(0.1 * Math.exp(-2), within(1e-9));
  }

  @Test
  void capsTheScoreButNotTheRank() {
    ScoreCalibration narrow = ScoreCalibration.fit(exponential(1_000, 0.01));

    assertThat(narrow.score(0.9)).isEqualTo(100);
    assertThat(narrow.score(1)).isEqualTo(100);
    assertThat(narrow.uncapped(1)).isGreaterThan(narrow.uncapped(0.9)).isGreaterThan(100);
  }

  @Test
  void estimatesRarityBeyondTheSample() {
    double rate = 0.03;
    ScoreCalibration calibration = ScoreCalibration.fit(exponential(2_000, rate));

    double oneInTenThousand = 0.4 + rate * Math.log(10_000);
    assertThat(calibration.score(oneInTenThousand)).isBetween(88.0, 100.0);
  }

  @Property(seed = "1", tries = 300)
  void risesStrictly(
      @ForAll @Size(max = 400) List<@Scale(4) @DoubleRange(min = 0, max = 1) Double> sample,
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.999999) double lower,
      @ForAll @Scale(6) @DoubleRange(min = 1e-6, max = 1) double step) {
    ScoreCalibration calibration =
        ScoreCalibration.fit(sample.stream().mapToDouble(Double::doubleValue).toArray());
    double higher = Math.min(1, lower + step);

    assertThat(calibration.uncapped(higher)).isGreaterThan(calibration.uncapped(lower));
    assertThat(calibration.tailProbability(lower)).isBetween(Double.MIN_VALUE, 1.0);
    assertThat(calibration.score(higher)).isBetween(0.0, 100.0);
  }

  @Property(seed = "1", tries = 300)
  void staysCompactWhateverTheTies(
      @ForAll @IntRange(min = 20, max = 5_000) int size,
      @ForAll @IntRange(min = 1, max = 2_000) int distinct) {
    Random random = new Random(size);
    double[] sample =
        IntStream.range(0, size)
            .mapToDouble(i -> random.nextInt(distinct) / (double) distinct)
            .toArray();

    ScoreCalibration calibration = ScoreCalibration.fit(sample);

    assertThat(calibration.rawKnots()).hasSizeLessThanOrEqualTo(ScoreCalibration.MAX_KNOTS);
  }

  @Test
  void doesNotDependOnTheOrderOfTheSample() {
    double[] sample = exponential(500, 0.05);
    double[] sorted = sample.clone();
    Arrays.sort(sorted);

    ScoreCalibration one = ScoreCalibration.fit(sample);
    ScoreCalibration other = ScoreCalibration.fit(sorted);

    assertThat(one.rawKnots()).isEqualTo(other.rawKnots());
    assertThat(one.pointKnots()).isEqualTo(other.pointKnots());
    assertThat(one.tailSlope()).isEqualTo(other.tailSlope());
  }

  @Test
  void takesForestNoiseForSpreadWhenAllScoresAreEqual() {
    ScoreCalibration calibration =
        ScoreCalibration.fit(DoubleStream.generate(() -> 0.5).limit(99).toArray());

    assertThat(calibration.tailProbability(0.5)).isCloseTo(0.99, within(1e-12));
    assertThat(calibration.tailProbability(0.51)).isCloseTo(0.99 * Math.exp(-1), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 19})
  void neverAlertsOnFewerThanTwentyScores(int size) {
    ScoreCalibration calibration = ScoreCalibration.fit(new double[size]);

    assertThat(calibration.score(0)).isZero();
    assertThat(calibration.tailProbability(1)).isCloseTo(0.05, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -0.1, 1.1, Double.POSITIVE_INFINITY})
  void refusesWhatIsNoForestScore(double raw) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EVEN.score(raw))
        .withMessage("Raw score must be from 0 to 1, was " + raw);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoreCalibration.fit(new double[] {0.5, raw}))
        .withMessage("Raw score 1 must be from 0 to 1, was " + raw);
  }

  @Test
  void refusesKnotsThatDoNotRise() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ScoreCalibration(new double[] {0, 0.5, 0.5}, new double[] {0, 1, 2}, 1))
        .withMessage("Knots must increase from 0, but raw score 2 is 0.5 after 0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScoreCalibration(new double[] {0}, new double[] {0}, Double.NaN))
        .withMessage("Tail slope must be above 0, was NaN");
  }

  /** Scores from 0.4 upwards with this mean excess. */
  private static double[] exponential(int size, double meanExcess) {
    Random random = new Random(3);
    return random.doubles(size).map(u -> Math.min(1, 0.4 - meanExcess * Math.log(1 - u))).toArray();
  }
}
