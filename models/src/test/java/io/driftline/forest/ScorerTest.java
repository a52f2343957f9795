package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.driftline.feature.Feature;
import java.util.Map;
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

  /** 25·log10 of 0.3, 0.05, 0.15 and 0.2. */
  private static final double SHARE_30 = -13.071969;

  private static final double SHARE_5 = -32.525750;
  private static final double SHARE_15 = -20.597719;
  private static final double SHARE_20 = -17.474250;

  private static final double[] QUIET = new double[WIDTH];

  @Test
  void subtractsWhatEachDetectorPaysForItsShare() {
    double[] vector = TestModels.vector(Map.of(Feature.RESOURCE_RISK, 24.0));

    Verdict verdict = Scorer.score(vector, model(80, 100, 160));

    assertThat(verdict.byDetector())
        .containsExactly(
            new double[] {80 + SHARE_30, 100 + SHARE_5, 60 + SHARE_30, 0, 0}, within(1e-5));
    assertThat(verdict.lead()).isEqualTo(Detector.CIRCUMSTANCE);
    assertThat(verdict.score()).isEqualTo(verdict.scoreOf(Detector.CIRCUMSTANCE));
    assertThat(verdict.modelId()).hasSize(32);
  }

  /** 64 of 256 bits are a quarter of the level's points, 512 of 2048 of the session's. */
  @ParameterizedTest
  @CsvSource({"322, 0", "323, 1"})
  void levelsSpeakFromSixtyPointsOn(double points, int speaks) {
    double[] vector = TestModels.vector(Map.of(Feature.RATE, 64.0));

    Verdict verdict = Scorer.score(vector, model(1, 1, sums(1, points, 1), Feature.schema()));

    // 322 / 4 − 20.598 = 59.902 and 323 / 4 − 20.598 = 60.152.
    assertThat(verdict.scoreOf(Detector.LEVEL))
        .isCloseTo(speaks * (points / 4 + SHARE_15), within(1e-5));
    assertThat(verdict.score()).isEqualTo(verdict.scoreOf(Detector.LEVEL));
  }

  @ParameterizedTest
  @CsvSource({"309, 0", "310, 1"})
  void sessionsSpeakFromSixtyPointsOn(double points, int speaks) {
    double[] vector = TestModels.vector(Map.of(Feature.SESSION_LOAD, 512.0));

    Verdict verdict = Scorer.score(vector, model(1, 1, sums(1, 1, points), Feature.schema()));

    // 309 / 4 − 17.474 = 59.776 and 310 / 4 − 17.474 = 60.026.
    assertThat(verdict.scoreOf(Detector.SESSION))
        .isCloseTo(speaks * (points / 4 + SHARE_20), within(1e-5));
    assertThat(verdict.score()).isEqualTo(verdict.scoreOf(Detector.SESSION));
  }

  @Test
  void circumstancesSpeakFromSixtyPointsOn() {
    assertThat(Scorer.score(QUIET, model(1, 92, 1)).score()).isZero();
    assertThat(Scorer.score(QUIET, model(1, 93, 1)).score()).isCloseTo(93 + SHARE_5, within(1e-5));
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

    double odd = probability(circumstance) / 0.05;
    double p =
        Math.min(
            Math.min(probability(behaviour) / 0.3, odd <= probability(60) ? odd : 1),
            probability(300 * bits / 64) / 0.3);
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
    assertThat(verdict.byDetector()).containsExactly(0, 0, verdict.score(), 0, 0);
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
    return new SumCalibrations(
        TestModels.linear(surprise), TestModels.linear(level), TestModels.linear(session));
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
