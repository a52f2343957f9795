package io.driftline.forest;

import static io.driftline.forest.TestRows.discrete;
import static io.driftline.forest.TestRows.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import smile.anomaly.IsolationForest;
import smile.anomaly.IsolationTree;
import smile.math.MathEx;

class CompiledForestTest {

  private static final CompiledForest FOREST =
      ForestTrainer.train(gaussian(1_000, 4, 7), ForestSettings.defaults(), 1);

  /** One tree on four rows: x0 < 1 isolates one row, then x1 < 5 splits the rest into 1 and 2. */
  private static final CompiledForest HAND_MADE =
      new CompiledForest(
          2,
          4,
          List.of(
              IsolationNode.split(
                  0,
                  1,
                  IsolationNode.leaf(1, 1),
                  IsolationNode.split(1, 5, IsolationNode.leaf(2, 1), IsolationNode.leaf(2, 2)))));

  private static final double C2 = 0.1544313298;
  private static final double C4 = 1.8516559071;

  @Test
  void scoresAsWorkedOutByHand() {
    assertThat(HAND_MADE.score(row(0, 9))).isCloseTo(Math.pow(2, -1 / C4), within(1e-9));
    assertThat(HAND_MADE.score(row(1, 4))).isCloseTo(Math.pow(2, -2 / C4), within(1e-9));
    assertThat(HAND_MADE.score(row(1, 5))).isCloseTo(Math.pow(2, -(2 + C2) / C4), within(1e-9));
  }

  @Test
  void creditsTheFeatureThatShortenedThePath() {
    double rest = (2 + 2 * (2 + C2)) / 3;
    double mean = (1 + 3 * rest) / 4;

    assertThat(HAND_MADE.trainingMeanPath()).isCloseTo(mean, within(1e-9));
    assertThat(HAND_MADE.contributions(row(0, 9))).containsExactly(row(mean - 1, 0), within(1e-9));
    assertThat(HAND_MADE.contributions(row(1, 4)))
        .containsExactly(row(mean - rest, rest - 2), within(1e-9));
  }

  @Test
  void agreesWithSmileWhereNoSplitIsDegenerate() {
    double[][] rows = gaussian(256, 6, 11);
    MathEx.setSeed(5);
    IsolationTree[] trees =
        Stream.generate(() -> new IsolationTree(List.of(rows), 8, 0))
            .limit(50)
            .toArray(IsolationTree[]::new);
    IsolationForest smile = new IsolationForest(256, 0, trees);

    CompiledForest compiled =
        new CompiledForest(
            6,
            256,
            Stream.of(trees).map(tree -> SmileTrees.compile(tree, List.of(rows), 8)).toList());

    for (double[] x : gaussian(2_000, 6, 12)) {
      assertThat(compiled.score(x)).isCloseTo(smile.score(x), within(1e-9));
    }
  }

  @Test
  void scoresOutliersHigher() {
    assertThat(FOREST.score(row(8, 0, 0, 0))).isGreaterThan(FOREST.score(row(0, 0, 0, 0)) + 0.1);
  }

  @Test
  void explainsAnOutlierByTheFeatureThatIsFarOut() {
    double[] contributions = FOREST.contributions(row(0, 8, 0, 0));

    assertThat(contributions[1]).isPositive().isGreaterThan(3 * Math.abs(contributions[0]));
  }

  @Property(seed = "1", tries = 300)
  void contributionsAddUpToTheShortenedPath(
      @ForAll @Size(4) List<@DoubleRange(min = -5, max = 5) Double> values) {
    double[] x = values.stream().mapToDouble(Double::doubleValue).toArray();

    assertThat(Arrays.stream(FOREST.contributions(x)).sum())
        .isCloseTo(FOREST.trainingMeanPath() - FOREST.meanPath(x), within(1e-9));
  }

  @Property(seed = "1", tries = 300)
  void scoresLieStrictlyBetweenZeroAndOne(
      @ForAll @Size(4) List<@DoubleRange(min = -1e300, max = 1e300) Double> values) {
    double[] x = values.stream().mapToDouble(Double::doubleValue).toArray();

    assertThat(FOREST.score(x)).isStrictlyBetween(0.0, 1.0);
  }

  @Property(seed = "1", tries = 60)
  void theLayoutTakesEveryRowToTheLeafThatTheTreesDo(
      @ForAll @IntRange(min = 1, max = 9) int trees,
      @ForAll @IntRange(min = 2, max = 100) int subsample,
      @ForAll @IntRange(min = 1, max = 6) int values) {
    double[][] rows = discrete(120, 3, values, subsample);
    CompiledForest forest = ForestTrainer.train(rows, new ForestSettings(trees, subsample), values);

    for (double[] x : rows) {
      assertThat(forest.meanPath(x)).isCloseTo(walk(forest, x), within(1e-12));
    }
  }

  @Test
  void tellsNeighbouringNumbersApart() {
    double cut = Double.MIN_VALUE;
    CompiledForest forest = stump(cut);

    assertThat(forest.meanPath(row(0))).isEqualTo(1);
    assertThat(forest.meanPath(row(-Double.MAX_VALUE))).isEqualTo(1);
    assertThat(forest.meanPath(row(cut))).isGreaterThan(1);
    assertThat(forest.meanPath(row(Double.MAX_VALUE))).isGreaterThan(1);
  }

  @Test
  void comparesWithoutOverflow() {
    assertThat(stump(Double.MAX_VALUE).meanPath(row(-Double.MAX_VALUE))).isEqualTo(1);
    assertThat(stump(-Double.MAX_VALUE).meanPath(row(Double.MAX_VALUE))).isGreaterThan(1);
  }

  @Test
  void refusesARowOfAnotherLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FOREST.score(row(1, 2)))
        .withMessage("The forest was trained on 4 features, the row has 2");
  }

  @Test
  void refusesNaNAndInfinityByFeature() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FOREST.score(row(0, 0, Double.NaN, 0)))
        .withMessage("Feature 2 must be finite, was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FOREST.contributions(row(0, 0, 0, Double.POSITIVE_INFINITY)))
        .withMessage("Feature 3 must be finite, was Infinity");
  }

  @Test
  void tellsItsShape() {
    assertThat(FOREST.features()).isEqualTo(4);
    assertThat(FOREST.subsample()).isEqualTo(256);
    assertThat(FOREST.size()).isEqualTo(100);
  }

  private static CompiledForest stump(double cut) {
    IsolationNode root =
        IsolationNode.split(0, cut, IsolationNode.leaf(1, 1), IsolationNode.leaf(1, 3));
    return new CompiledForest(1, 4, List.of(root));
  }

  private static double walk(CompiledForest forest, double[] x) {
    return IntStream.range(0, forest.size())
        .mapToObj(forest.trees()::get)
        .mapToDouble(
            root -> {
              IsolationNode node = root;
              while (!node.isLeaf()) {
                node = node.next(x);
              }
              return node.meanPath();
            })
        .average()
        .orElseThrow();
  }

  private static double[] row(double... values) {
    return values;
  }
}
