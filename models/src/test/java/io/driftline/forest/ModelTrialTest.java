package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelTrialTest {

  private static final ModelExam SOUND = new ModelExam(2, 0.008, 0.001, 0.9);

  private static ModelTrial trial(ModelExam challenger, ModelExam champion) {
    return new ModelTrial(challenger, champion, 900);
  }

  @Test
  void aModelOfTheSameRowsPassesAgainstNoneAndAgainstItsLike() {
    double[][] rows = TestModels.vectors(1_000, 3);
    ModelArtifact challenger = ModelTrainer.train("c", rows, 0, 0, 7);
    ModelArtifact champion = ModelTrainer.train("c", TestModels.vectors(1_000, 4), 0, 0, 8);

    assertThat(ModelTrial.of(challenger, null, rows, 1).objections()).isEmpty();
    assertThat(ModelTrial.of(challenger, champion, rows, 1).objections()).isEmpty();
  }

  @Test
  void theSameSeedGivesTheSameTrial() {
    double[][] rows = TestModels.vectors(400, 3);
    ModelArtifact model = ModelTrainer.train("c", rows, 0, 0, 7);

    assertThat(ModelTrial.of(model, null, rows, 1)).isEqualTo(ModelTrial.of(model, null, rows, 1));
  }

  /** Trained on rows a hundred times as surprising, it finds nothing odd any more. */
  @Test
  void aModelOfWildRowsIsRejectedForWhatItNoLongerFinds() {
    double[][] rows = TestModels.vectors(1_000, 3);
    double[][] wild =
        Stream.of(TestModels.vectors(1_000, 4))
            .map(row -> Arrays.stream(row).map(bits -> 100 * bits).toArray())
            .toArray(double[][]::new);
    ModelTrial trial =
        ModelTrial.of(
            ModelTrainer.train("c", wild, 0, 0, 7),
            ModelTrainer.train("c", rows, 0, 0, 7),
            rows,
            1);

    assertThat(trial.passed()).isFalse();
    assertThat(trial.objections()).anyMatch(text -> text.contains("injected outliers"));
  }

  /** Trained on rows without any surprise, it finds everything odd. */
  @Test
  void aModelOfQuietRowsIsRejectedForItsScores() {
    double[][] rows = TestModels.vectors(1_000, 3);
    double[][] quiet =
        Stream.of(rows)
            .map(row -> Arrays.stream(row).map(bits -> bits / 10).toArray())
            .toArray(double[][]::new);
    ModelTrial trial =
        ModelTrial.of(
            ModelTrainer.train("c", quiet, 0, 0, 7),
            ModelTrainer.train("c", rows, 0, 0, 7),
            rows,
            1);

    assertThat(trial.passed()).isFalse();
    assertThat(trial.objections()).anyMatch(text -> text.contains("recent rows score 75 or more"));
  }

  /** Of 900 rows, twice 1 % and three times √(0.01·0.99/900) is 2.995 %. */
  @Test
  void sharesMayBeTwiceTheNominalAndThreeStandardErrors() {
    assertThat(trial(new ModelExam(2, 0.0299, 0, 0.9), SOUND).passed()).isTrue();
    assertThat(trial(new ModelExam(2, 0.03, 0, 0.9), SOUND).objections())
        .containsExactly("3.00 % of 900 recent rows score 50 or more, over 2.99 %");
    assertThat(trial(new ModelExam(2, 0, 0.0052, 0.9), SOUND).objections())
        .containsExactly("0.52 % of 900 recent rows score 75 or more, over 0.52 %");
  }

  @Test
  void oddRowsAreNotHeldAgainstTheChallengerIfTheChampionFindsThemOddToo() {
    ModelExam alarmed = new ModelExam(40, 0.2, 0.1, 0.9);
    assertThat(trial(alarmed, alarmed).passed()).isTrue();
    assertThat(trial(alarmed, SOUND).objections()).hasSize(3).contains("its median score is 40.0");
  }

  @Test
  void aTenthFewerOutliersMayBeFoundButNoMore() {
    assertThat(trial(new ModelExam(2, 0, 0, 0.81), SOUND).passed()).isTrue();
    assertThat(trial(new ModelExam(2, 0, 0, 0.79), SOUND).objections())
        .containsExactly("it finds 79.0 % of the injected outliers, the model before it 90.0 %");
  }
}
