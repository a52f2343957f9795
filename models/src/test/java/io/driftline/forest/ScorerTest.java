package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.driftline.feature.Feature;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorerTest {

  private static final int WIDTH = Feature.values().length;

  /** What {@link TestModels#stump} makes of a row that it isolates: 2^(−1 / c(4)). */
  private static final double STUMP = Math.pow(2, -1 / 1.8516559071);

  /** 25·log10 of 0.25, 0.03, 0.10, 0.13, 0.05 and 0.14. */
  private static final double SHARE_25 = -15.051500;

  private static final double SHARE_3 = -38.071969;
  private static final double SHARE_10 = -25.000000;
  private static final double SHARE_13 = -22.151416;
  private static final double SHARE_5 = -32.525750;
  private static final double SHARE_14 = -21.346799;

  private static final double[] QUIET = new double[WIDTH];

  @Test
  void subtractsWhatEachDetectorPaysForItsShare() {
    double[] vector = TestModels.vector(Map.of(Feature.RESOURCE_RISK, 24.0));

    Verdict verdict = Scorer.score(vector, model(80, 106, 160));

    assertThat(verdict.byDetector())
        .containsExactly(
            new double[] {80 + SHARE_25, 106 + SHARE_3, 60 + SHARE_25, 0, 0, 0, 0, 0},
            within(1e-5));
    assertThat(verdict.lead()).isEqualTo(Detector.CIRCUMSTANCE);
    assertThat(verdict.score()).isEqualTo(verdict.scoreOf(Detector.CIRCUMSTANCE));
    assertThat(verdict.modelId()).hasSize(32);
  }

  /** 64 of 256 bits are a quarter of the level's points, 512 of 2048 of the session's. */
  @ParameterizedTest
  @CsvSource({"339, 0", "341, 1"})
  void levelsSpeakFromSixtyPointsOn(double points, int speaks) {
    double[] vector = TestModels.vector(Map.of(Feature.RATE, 64.0));

    Verdict verdict = Scorer.score(vector, model(1, 1, sums(1, points, 1), Feature.schema()));

    // 339 / 4 − 25 = 59.75 and 341 / 4 − 25 = 60.25.
    assertThat(verdict.scoreOf(Detector.LEVEL))
        .isCloseTo(speaks * (points / 4 + SHARE_10), within(1e-5));
    assertThat(verdict.score()).isEqualTo(verdict.scoreOf(Detector.LEVEL));
  }

  @ParameterizedTest
  @CsvSource({"328, 0", "329, 1"})
  void sessionsSpeakFromSixtyPointsOn(double points, int speaks) {
    double[] vector =
        TestModels.vector(Map.of(Feature.SESSION_LOAD, 512.0, Feature.NETWORK_RARITY, 60.0));

    Verdict verdict = Scorer.score(vector, model(1, 1, sums(1, 1, points), Feature.schema()));

    // 328 / 4 − 22.151 = 59.849 and 329 / 4 − 22.151 = 60.099.
    assertThat(verdict.scoreOf(Detector.SESSION))
        .isCloseTo(speaks * (points / 4 + SHARE_13), within(1e-5));
    assertThat(verdict.score()).isEqualTo(verdict.scoreOf(Detector.SESSION));
  }

  @ParameterizedTest
  @CsvSource({
    "430, VOLUME, SESSION_VOLUME, BYTES, 0",
    "431, VOLUME, SESSION_VOLUME, BYTES, 1",
    "430, REACH, SESSION_REACH, SYSTEM_ENTRY, 0",
    "431, REACH, SESSION_REACH, SYSTEM_ENTRY, 1"
  })
  void otherSumsOfSessionsSpeakFromTheAlertLineOn(
      double points, Detector detector, Feature feature, Feature gain, int speaks) {
    double[] vector = TestModels.vector(Map.of(feature, 512.0, gain, 60.0));

    Verdict verdict = Scorer.score(vector, model(1, 1, sums(1, 1, 1, points), Feature.schema()));

    // 430 / 4 − 32.526 = 74.974 and 431 / 4 − 32.526 = 75.224.
    assertThat(verdict.scoreOf(detector)).isCloseTo(speaks * (points / 4 + SHARE_5), within(1e-5));
    assertThat(verdict.score()).isEqualTo(verdict.scoreOf(detector));
  }

  @ParameterizedTest
  @CsvSource({"385, 0", "386, 1"})
  void theTotalOfASessionSpeaksFromTheAlertLineOn(double points, int speaks) {
    double[] vector = TestModels.vector(Map.of(Feature.HOUR_RARITY, 12.0));
    vector[Feature.SESSION_TOTAL.ordinal()] = 512;

    Verdict verdict = Scorer.score(vector, model(1, 1, sums(1, 1, 1, points), Feature.schema()));

    // 385 / 4 − 21.347 = 74.903 and 386 / 4 − 21.347 = 75.153.
    assertThat(verdict.scoreOf(Detector.TOTAL))
        .isCloseTo(speaks * (points / 4 + SHARE_14), within(1e-5));
    assertThat(verdict.score()).isEqualTo(verdict.scoreOf(Detector.TOTAL));
  }

  @Test
  void aTotalThatHasNotDoubledSinceItWasToldIsNoNews() {
    double[] vector = TestModels.vector(Map.of(Feature.HOUR_RARITY, 12.0));
    vector[Feature.SESSION_TOTAL.ordinal()] = 540;

    Verdict verdict = Scorer.score(vector, model(1, 1, sums(1, 1, 1, 2_000), Feature.schema()));

    assertThat(verdict.scoreOf(Detector.TOTAL)).isZero();
  }

  @Test
  void aSessionWhoseSurprisesFadeIsNoNews() {
    double[] vector =
        TestModels.vector(Map.of(Feature.SESSION_LOAD, 512.0, Feature.NETWORK_RARITY, 52.0));
    assertThat(Scorer.score(vector, model(1, 1, sums(1, 1, 400), Feature.schema())).score())
        .isGreaterThan(60);

    vector[Feature.NETWORK_RARITY.ordinal()] = 51;

    assertThat(Scorer.score(vector, model(1, 1, sums(1, 1, 400), Feature.schema())).score())
        .isZero();
  }

  @Test
  void circumstancesSpeakFromSixtyPointsOn() {
    assertThat(Scorer.score(QUIET, model(1, 98, 1)).score()).isZero();
    assertThat(Scorer.score(QUIET, model(1, 99, 1)).score()).isCloseTo(99 + SHARE_3, within(1e-5));
  }

  @Test
  void neverScoresBelowZero() {
    Verdict verdict = Scorer.score(QUIET, model(8, 20, 1));

    assertThat(verdict)
        .extracting(Verdict::score, Verdict::lead)
        .containsExactly(0.0, Detector.BEHAVIOUR);
    assertThat(verdict.byDetector()).containsOnly(0);
  }

  @Property(seed = "1", tries = 300)
  void boundsTheCombinedProbabilityByTheWeightedOnes(
      @ForAll @DoubleRange(min = 0.01, max = 300) double behaviour,
      @ForAll @DoubleRange(min = 0.01, max = 300) double circumstance,
      @ForAll @DoubleRange(min = 0, max = 64) double bits) {
    ModelArtifact model = model(behaviour, circumstance, 300);
    double[] vector = TestModels.vector(Map.of(Feature.RESOURCE_RISK, bits));

    Verdict verdict = Scorer.score(vector, model);

    double odd = probability(circumstance) / 0.03;
    double p =
        Math.min(
            Math.min(probability(behaviour) / 0.25, odd <= probability(60) ? odd : 1),
            probability(300 * bits / 64) / 0.25);
    assertThat(verdict.score()).isCloseTo(-25 * Math.log10(Math.min(1, p)), within(1e-6));
    assertThat(verdict.scoreOf(verdict.lead())).isEqualTo(verdict.score());
    assertThat(verdict.score()).isGreaterThanOrEqualTo(verdict.scoreOf(Detector.SURPRISE));
  }

  @Test
  void takesFirstSeenBitsForWhatTheyAreWithoutAModel() {
    double[] vector =
        TestModels.vector(Map.of(Feature.PERMISSION_RISK, 4.0, Feature.NETWORK_RARITY, 6.0));

    Verdict verdict = Scorer.score(vector, null);

    // One in 2^10 = 1024.
    assertThat(verdict.score()).isCloseTo(25 * Math.log10(1024), within(1e-9));
    assertThat(verdict.byDetector()).containsExactly(0, 0, verdict.score(), 0, 0, 0, 0, 0);
    assertThat(verdict.lead()).isEqualTo(Detector.SURPRISE);
    assertThat(verdict.modelId()).isNull();
  }

  @Test
  void takesAModelOfAnotherSchemaForNone() {
    ModelArtifact model = model(300, 300, sums(300, 300, 300), Feature.schema() + 1);

    assertThat(Scorer.score(QUIET, model)).isEqualTo(Scorer.score(QUIET, null));
  }

  @Test
  void keepsFalseAlertsWithinTheBound() {
    ModelArtifact model = ModelTrainer.train("c", TestModels.vectors(4_096, 1), 0, 1, 1);

    long alerts =
        Stream.of(TestModels.vectors(20_000, 2))
            .filter(vector -> Scorer.score(vector, model).score() >= 50)
            .count();

    // 50 is one in a hundred: at most 200 expected, plus what the calibration itself may err.
    assertThat(alerts).isBetween(50L, 260L);
  }

  @Test
  void refusesNaN() {
    double[] vector = TestModels.vector(Map.of(Feature.RESOURCE_RISK, Double.NaN));

    assertThatIllegalArgumentException().isThrownBy(() -> Scorer.score(vector, null));
    assertThatIllegalArgumentException().isThrownBy(() -> Scorer.score(vector, model(1, 1, 1)));
  }

  private static double probability(double score) {
    return Math.pow(10, -score / 25);
  }

  private static ModelArtifact model(double behaviour, double circumstance, double surprise) {
    return model(behaviour, circumstance, sums(surprise, 1, 1), Feature.schema());
  }

  /** As many points for the most bits of each sum. */
  private static SumCalibrations sums(double surprise, double level, double session) {
    return sums(surprise, level, session, 1);
  }

  private static SumCalibrations sums(
      double surprise, double level, double session, double otherOfSession) {
    return new SumCalibrations(
        DoubleStream.of(surprise, level, session, otherOfSession, otherOfSession, otherOfSession)
            .mapToObj(TestModels::linear)
            .toList());
  }

  /** Forests that give every row of zeros these scores. */
  private static ModelArtifact model(
      double behaviour, double circumstance, SumCalibrations sums, long schema) {
    return ModelArtifact.of(
        new Provenance("c", schema, WIDTH, 1, 0, 0, 4),
        forest(Feature.SCOPE_RARITY, behaviour),
        forest(Feature.HOUR_RARITY, circumstance),
        sums,
        QUIET);
  }

  private static CalibratedForest forest(Feature feature, double score) {
    return new CalibratedForest(
        new int[] {feature.ordinal()}, TestModels.stump(1), TestModels.linear(score / STUMP));
  }
}
