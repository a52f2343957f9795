package io.driftline.forest;

import static io.driftline.forest.TestRows.discrete;
import static io.driftline.forest.TestRows.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import smile.anomaly.IsolationTree;
import smile.math.MathEx;

class ForestTrainerTest {

  private static final ForestSettings SMALL = new ForestSettings(10, 64);
  private static final double[][] ROWS = gaussian(500, 3, 7);

  @Test
  void refusesNoRows() {
    assertRefused(new double[0][], "A forest needs at least one training row, got none");
  }

  @Test
  void refusesRowsWithoutColumns() {
    assertRefused(new double[1][0], "Training rows must have 1 to 32767 columns, row 0 has 0");
  }

  @Test
  void refusesRaggedRows() {
    assertRefused(new double[][] {{1, 2}, {3}}, "Training row 1 has 1 columns, row 0 has 2");
  }

  @Test
  void refusesNaN() {
    assertRefused(
        new double[][] {{1, 2}, {3, Double.NaN}},
        "Training row 1, column 1 must be finite, was NaN");
  }

  @Test
  void refusesInfinity() {
    assertRefused(
        new double[][] {{Double.NEGATIVE_INFINITY}},
        "Training row 0, column 0 must be finite, was -Infinity");
  }

  @Test
  void growsTheSameForestAgain() {
    assertThat(train(3).trees()).isEqualTo(train(3).trees());
  }

  @Test
  void growsAnotherForestFromAnotherSeed() {
    assertThat(train(3).trees()).isNotEqualTo(train(4).trees());
    assertThat(train(-1).trees()).isNotEqualTo(train(1).trees());
    assertThat(train(1L << 40).trees()).isNotEqualTo(train(0).trees());
  }

  @Test
  void growsTheSameForestOnThreadsSideBySide() throws InterruptedException, ExecutionException {
    List<IsolationNode> expected = train(3).trees();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<CompiledForest>> forests =
          IntStream.range(0, 8).mapToObj(i -> pool.submit(() -> train(3))).toList();
      for (Future<CompiledForest> forest : forests) {
        assertThat(forest.get().trees()).isEqualTo(expected);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void leavesTheRowsAsTheyWere() {
    double[][] rows = {{-0.0, 1}, {2, 3}};

    ForestTrainer.train(rows, SMALL, 1);

    assertThat(rows).isDeepEqualTo(new double[][] {{-0.0, 1}, {2, 3}});
  }

  @Test
  void seesAllRowsWhenThereAreFewerThanTheSubsample() {
    CompiledForest forest = ForestTrainer.train(gaussian(20, 3, 7), SMALL, 1);

    assertThat(forest.subsample()).isEqualTo(20);
    assertThat(forest.trees())
        .allSatisfy(
            tree -> {
              assertThat(tree.rows()).isEqualTo(20);
              assertThat(tree.height()).isLessThanOrEqualTo(5);
            });
  }

  @Test
  void scoresOneHalfWhereThereIsOnlyOneDistinctRow() {
    for (int copies : new int[] {1, 2, 300}) {
      double[][] rows =
          Stream.generate(() -> new double[] {1, 2}).limit(copies).toArray(double[][]::new);

      CompiledForest forest = ForestTrainer.train(rows, SMALL, 1);

      assertThat(forest.score(new double[] {1, 2})).isCloseTo(0.5, within(1e-12));
      assertThat(forest.score(new double[] {9, 9})).isCloseTo(0.5, within(1e-12));
    }
  }

  @Test
  void takesNegativeZeroForZero() {
    CompiledForest forest = ForestTrainer.train(new double[][] {{-0.0}, {0.0}}, SMALL, 1);

    assertThat(forest.trees()).allMatch(IsolationNode::isLeaf);
  }

  @Test
  void neverSplitsConstantColumns() {
    double[][] rows = Stream.of(ROWS).map(row -> Arrays.copyOf(row, 20)).toArray(double[][]::new);

    CompiledForest forest = ForestTrainer.train(rows, SMALL, 1);

    assertThat(forest.trees()).allSatisfy(tree -> assertThat(highestFeature(tree)).isLessThan(3));
    double[] far = Arrays.copyOf(new double[] {6, 6, 6}, 20);
    assertThat(forest.score(far)).isGreaterThan(0.65);
  }

  @Test
  void separatesAllDistinctRowsUpToTheHeightLimit() {
    // Two values in four columns: 16 distinct rows at most, which four separating splits may reach.
    CompiledForest forest =
        ForestTrainer.train(discrete(300, 4, 2, 5), new ForestSettings(50, 256), 1);

    assertThat(forest.trees())
        .allSatisfy(tree -> assertThat(tree).extracting(IsolationNode::size).isEqualTo(31));
  }

  @Test
  void growsTreesLikeThoseOfSmile() {
    double[][] rows = gaussian(256, 4, 11);
    CompiledForest ours = ForestTrainer.train(rows, new ForestSettings(1_000, 256), 3);
    MathEx.setSeed(5);
    CompiledForest smile =
        new CompiledForest(
            4,
            256,
            Stream.generate(() -> new IsolationTree(List.of(rows), 8, 0))
                .limit(1_000)
                .map(tree -> SmileTrees.compile(tree, List.of(rows), 8))
                .toList());

    // A row's path strays by 2.5 splits from tree to tree: a mean of a thousand by 0.08.
    assertThat(ours.trainingMeanPath()).isCloseTo(smile.trainingMeanPath(), within(0.05));
    for (double[] x : gaussian(200, 4, 12)) {
      assertThat(ours.meanPath(x)).isCloseTo(smile.meanPath(x), within(0.6));
    }
  }

  @Test
  void survivesRangesThatOverflow() {
    double[][] rows = {{-Double.MAX_VALUE}, {0}, {Double.MAX_VALUE}};

    assertThat(ForestTrainer.train(rows, SMALL, 1).score(rows[1])).isBetween(0.0, 1.0);
  }

  private static int highestFeature(IsolationNode node) {
    return node.isLeaf()
        ? IsolationNode.LEAF
        : Math.max(
            node.feature(), Math.max(highestFeature(node.below()), highestFeature(node.above())));
  }

  private static CompiledForest train(long seed) {
    return ForestTrainer.train(ROWS, SMALL, seed);
  }

  private static void assertRefused(double[][] rows, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ForestTrainer.train(rows, SMALL, 1))
        .withMessage(message);
  }
}
