package io.driftline.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RandomSplitTest {

  private static final List<double[]> THREE = List.of(row(0, 5), row(1, 5), row(2, 5));

  @Test
  void leavesOutSplitsThatSeparateNothing() {
    RandomSplit first = new RandomSplit(0, 0.5, null, null);
    RandomSplit allBelow = new RandomSplit(1, 9, first, null);
    RandomSplit allAbove = new RandomSplit(1, 5, null, allBelow);

    IsolationNode root = RandomSplit.prune(allAbove, THREE, 2);

    assertThat(root.feature()).isZero();
    assertThat(root.threshold()).isEqualTo(0.5);
    assertThat(root.below()).isEqualTo(IsolationNode.leaf(1, 1));
    assertThat(root.above()).isEqualTo(IsolationNode.leaf(1, 2));
  }

  @Test
  void countsSeparatingSplitsAgainstTheHeightLimit() {
    RandomSplit second = new RandomSplit(0, 1.5, null, null);
    RandomSplit first = new RandomSplit(0, 0.5, null, second);

    assertThat(RandomSplit.prune(first, THREE, 2).height()).isEqualTo(2);
    assertThat(RandomSplit.prune(first, THREE, 1).height()).isEqualTo(1);
  }

  @Test
  void averagesPathLengthsOverTheRows() {
    IsolationNode root = RandomSplit.prune(new RandomSplit(0, 0.5, null, null), THREE, 1);

    // One row at depth 1, two at depth 1 + c(2).
    assertThat(root.meanPath()).isCloseTo((1 + 2 * 1.1544313298) / 3, within(1e-9));
  }

  private static double[] row(double... values) {
    return values;
  }
}
