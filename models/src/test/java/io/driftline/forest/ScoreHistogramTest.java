package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ScoreHistogramTest {

  private static ScoreHistogram histogram(int... counts) {
    return new ScoreHistogram(counts);
  }

  /**
   * Shares with half a row added: 60.5, 36.5 and 0.5 of 100 for five bins then, 36.5 and 60.5 now.
   * (0.365 − 0.605)·ln(0.365/0.605) is 0.12127; the other bin the same; the rest did not move.
   */
  @Test
  void isThePopulationStabilityIndex() {
    ScoreHistogram reference = histogram(60, 36, 0, 0, 0, 0, 0);
    double drift = reference.drift(histogram(36, 60, 0, 0, 0, 0, 0));

    double total = 96 + 3.5;
    double expected = 2 * (24 / total) * Math.log(60.5 / 36.5);
    assertThat(drift).isCloseTo(expected, within(1e-12)).isCloseTo(0.2438, within(1e-4));
  }

  @Test
  void theSameSharesAreNoDrift() {
    assertThat(histogram(50, 30, 10, 5, 3, 1, 1).drift(histogram(50, 30, 10, 5, 3, 1, 1))).isZero();
  }

  @Property(seed = "1")
  void isFiniteAtLeastZeroAndTheSameBothWays(
      @ForAll @Size(7) List<@IntRange(max = 5_000) Integer> first,
      @ForAll @Size(7) List<@IntRange(max = 5_000) Integer> second) {
    ScoreHistogram one = histogram(first.stream().mapToInt(i -> i).toArray());
    ScoreHistogram two = histogram(second.stream().mapToInt(i -> i).toArray());
    assertThat(one.drift(two)).isFinite().isGreaterThanOrEqualTo(0);
    assertThat(one.drift(two)).isCloseTo(two.drift(one), within(1e-9));
  }

  @Test
  void countsEveryRowOnce() {
    double[][] rows = TestModels.vectors(600, 3);
    ModelArtifact model = ModelTrainer.train("c", rows, 0, 0, 1);

    int[] counts = ScoreHistogram.of(model, rows).counts();

    assertThat(Arrays.stream(counts).sum()).isEqualTo(600);
    assertThat(counts[6]).isLessThanOrEqualTo(2);
  }

  @Test
  void refusesCountsThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> histogram(1, 2))
        .withMessage("A histogram has 7 counts of at least 0, got [1, 2]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> histogram(1, 2, 3, 4, 5, 6, -1))
        .withMessage("A histogram has 7 counts of at least 0, got [1, 2, 3, 4, 5, 6, -1]");
  }
}
