package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.driftline.feature.Feature;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CohortTrainingTest {

  private static final long HOUR = 3_600_000;
  private static final double GROWTH = 2;
  private static final long MAX_AGE = 1_000 * HOUR;
  private static final double MAX_DRIFT = 0.25;

  private final CohortTraining training = fresh();
  private final Random hashes = new Random(1);

  private static CohortTraining fresh() {
    return new CohortTraining(new VectorSample(20_000, 20_000, 2_000 * HOUR));
  }

  /** An hour of rows, a factor times as surprising as exponential bits. */
  private void hour(long number, int rows, double factor) {
    for (double[] row : TestModels.vectors(rows, number)) {
      double[] scaled = Arrays.stream(row).map(bits -> factor * bits).toArray();
      training.sample().add(hashes.nextLong(), (number + 1) * HOUR, number * HOUR + 1, scaled);
    }
  }

  private boolean isDue(long hour) {
    return training.isDue(hour * HOUR, GROWTH, MAX_AGE, MAX_DRIFT);
  }

  private ModelTrial train(long hour) {
    return training.train("c", hour * HOUR, 7, null);
  }

  @Test
  void theFirstModelThatPassesIsTheChampion() {
    hour(0, 600, 1);
    assertThat(training.closeUpTo(HOUR)).isFalse();
    assertThat(isDue(1)).isTrue();

    assertThat(train(1).passed()).isTrue();

    assertThat(training.champion().provenance().rows()).isEqualTo(600);
    assertThat(isDue(1)).isFalse();
  }

  @Test
  void rowsAsBeforeAreNoDrift() {
    hour(0, 600, 1);
    training.closeUpTo(HOUR);
    train(1);
    hour(1, 300, 1);

    assertThat(training.closeUpTo(2 * HOUR)).isTrue();

    assertThat(training.drift()).isLessThan(0.1);
    assertThat(isDue(2)).isFalse();
  }

  @Test
  void driftBringsTrainingForward() {
    hour(0, 600, 1);
    training.closeUpTo(HOUR);
    train(1);
    hour(1, 300, 3);
    training.closeUpTo(2 * HOUR);

    assertThat(training.drift()).isGreaterThan(MAX_DRIFT);
    assertThat(isDue(2)).isTrue();

    train(2);
    assertThat(training.drift()).isZero();
    assertThat(isDue(2)).isFalse();
  }

  @Test
  void driftIsMeasuredOnlyOverEnoughNewRows() {
    hour(0, 600, 1);
    training.closeUpTo(HOUR);
    train(1);
    hour(1, 255, 3);
    assertThat(training.closeUpTo(2 * HOUR)).isFalse();
    hour(2, 1, 3);
    assertThat(training.closeUpTo(3 * HOUR)).isTrue();
    hour(3, 255, 3);
    assertThat(training.closeUpTo(4 * HOUR)).isFalse();
  }

  @Test
  void aRejectedModelLeavesTheChampionAndWaitsItsTurn() {
    hour(0, 600, 1);
    training.closeUpTo(HOUR);
    train(1);
    ModelArtifact champion = training.champion();
    hour(1, 18_000, 100);
    hour(2, 1_024, 1);
    training.closeUpTo(3 * HOUR);

    assertThat(train(3).objections()).anyMatch(text -> text.contains("injected outliers"));

    assertThat(training.champion()).isSameAs(champion);
    assertThat(isDue(3)).isFalse();
  }

  @Test
  void storedAndReadItGoesOnAlike() {
    hour(0, 600, 1);
    training.closeUpTo(HOUR);
    train(1);
    hour(1, 300, 3);
    training.closeUpTo(2 * HOUR);
    byte[] stored = CohortTrainingCodec.encode(training);

    CohortTraining read = CohortTrainingCodec.decode(stored, fresh());

    assertThat(CohortTrainingCodec.encode(read)).isEqualTo(stored);
    assertThat(read.champion()).isEqualTo(training.champion());
    assertThat(read.drift()).isEqualTo(training.drift());
    assertThat(read.isDue(2 * HOUR, GROWTH, MAX_AGE, MAX_DRIFT)).isTrue();
  }

  @Test
  void theBareSampleOfTheFirstVersionIsRead() {
    hour(0, 300, 1);
    byte[] first = VectorSampleCodec.encode(training.sample());

    CohortTraining read = CohortTrainingCodec.decode(first, fresh());

    assertThat(VectorSampleCodec.encode(read.sample())).isEqualTo(first);
    assertThat(read.champion()).isNull();
  }

  @Test
  void aChampionOfOtherFeaturesIsDropped() {
    hour(0, 300, 1);
    training.closeUpTo(HOUR);
    train(1);
    ModelArtifact own = training.champion();
    training.champion =
        ModelArtifact.of(
            new Provenance("c", Feature.schema() + 1, own.provenance().features(), 7, 0, 1, 300),
            own.behaviour(),
            own.circumstance(),
            own.sums(),
            own.usual());

    CohortTraining read = CohortTrainingCodec.decode(CohortTrainingCodec.encode(training), fresh());

    assertThat(read.champion()).isNull();
    assertThat(read.closeUpTo(2 * HOUR)).isFalse();
  }

  @Test
  void truncatedStateIsRefused() {
    byte[] stored = CohortTrainingCodec.encode(training);
    for (int length = 0; length < stored.length; length++) {
      byte[] truncated = Arrays.copyOf(stored, length);
      assertThatIllegalStateException()
          .isThrownBy(() -> CohortTrainingCodec.decode(truncated, fresh()));
    }
  }
}
