package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.driftline.feature.Family;
import io.driftline.feature.Feature;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelTrainerTest {

  private static final double[][] ROWS = TestModels.vectors(600, 3);
  private static final ModelArtifact MODEL = ModelTrainer.train("finance", ROWS, 10, 20, 7);

  @Test
  void trainsTheSameModelAgain() {
    ModelArtifact again = ModelTrainer.train("finance", TestModels.vectors(600, 3), 10, 20, 7);

    assertThat(ModelArtifactCodec.encode(again)).isEqualTo(ModelArtifactCodec.encode(MODEL));
  }

  @Test
  void growsOtherForestsFromAnotherSeed() {
    ModelArtifact other = ModelTrainer.train("finance", ROWS, 10, 20, 8);

    assertThat(other.behaviour().forest().trees()).isNotEqualTo(MODEL.behaviour().forest().trees());
    for (Detector detector : Detector.SUMS) {
      assertThat(other.sums().of(detector).rawKnots())
          .isEqualTo(MODEL.sums().of(detector).rawKnots());
    }
  }

  @Test
  void givesEachFamilyAForestOfItsOwn() {
    assertThat(MODEL.behaviour().columns()).isEqualTo(Family.BEHAVIOUR.columns());
    assertThat(MODEL.circumstance().columns()).isEqualTo(Family.CIRCUMSTANCE.columns());
    assertThat(MODEL.behaviour().forest().size()).isEqualTo(100);
  }

  @Test
  void remembersWhereItCameFrom() {
    assertThat(MODEL.provenance())
        .isEqualTo(
            new Provenance("finance", Feature.schema(), Feature.values().length, 7, 10, 20, 600));
  }

  /** Of 601 scores the calibration counts #{≥ v} / 601 at the median: half. */
  @Test
  void calibratesEveryDetectorOnTheRows() {
    assertThat(medianProbability(MODEL.behaviour())).isCloseTo(0.5, within(0.02));
    assertThat(medianProbability(MODEL.circumstance())).isCloseTo(0.5, within(0.02));
    for (Detector detector : Detector.SUMS) {
      assertThat(
              Stream.of(ROWS)
                  .mapToDouble(row -> Surprise.raw(detector, row))
                  .map(MODEL.sums().of(detector)::tailProbability)
                  .filter(p -> p <= 0.1)
                  .count())
          .as(detector.code())
          .isBetween(50L, 70L);
    }
  }

  @ParameterizedTest
  @CsvSource({"256, 127.5", "257, 128"})
  void takesTheMedianForUsual(int rows, double median) {
    double[][] counting =
        IntStream.range(0, rows)
            .mapToObj(r -> TestModels.vector(Map.of(Feature.BYTES, (double) (r * 101 % rows))))
            .toArray(double[][]::new);

    double[] usual = ModelTrainer.train("c", counting, 0, 0, 1).usual();

    assertThat(usual[Feature.BYTES.ordinal()]).isEqualTo(median);
    assertThat(usual[Feature.RATE.ordinal()]).isZero();
  }

  @Test
  void trainsOnRowsThatAreAllAlike() {
    ModelArtifact model = ModelTrainer.train("c", new double[256][ROWS[0].length], 0, 0, 1);

    assertThat(Scorer.score(new double[ROWS[0].length], model).score()).isZero();
  }

  @Test
  void refusesRowsThatAreTooFewOrTooShort() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelTrainer.train("c", new double[255][ROWS[0].length], 0, 0, 1))
        .withMessage("A model needs at least 256 training rows, got 255");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelTrainer.train("c", new double[256][3], 0, 0, 1))
        .withMessage("Training rows must have %d columns, row 0 has 3", ROWS[0].length);
  }

  @Test
  void refusesNaNByRowAndColumn() {
    double[][] rows = TestModels.vectors(256, 1);
    rows[5][11] = Double.NaN;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelTrainer.train("c", rows, 0, 0, 1))
        .withMessage("Training row 5, column 11 must be finite, was NaN");
  }

  private static double medianProbability(CalibratedForest forest) {
    double[] scores = IntStream.range(0, 600).mapToDouble(r -> forest.score(ROWS[r])).toArray();
    double median =
        IntStream.range(0, 600)
            .mapToDouble(r -> scores[r])
            .sorted()
            .skip(300)
            .findFirst()
            .orElseThrow();
    return Math.pow(10, -median / 25);
  }
}
