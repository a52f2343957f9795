package io.driftline.forest;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The trees of a forest as complete binary trees of one height, eight of them side by side in each
 * {@link TreeBlock}. A leaf above the last level is padded with splits that lead to the same leaf
 * either way; a block short of trees is padded with trees of path length 0.
 *
 * <p>Every tree then takes the same number of steps, and a step computes the child instead of
 * branching to it: random splits are mispredicted half of the time, which costs more than the
 * padding.
 */
final class CompleteLayout {

  private final int trees;
  private final TreeBlock[] blocks;

  /** The distinct path lengths of all leaves; a leaf keeps its position here, in two bytes. */
  private final double[] paths;

  CompleteLayout(List<IsolationNode> roots) {
    int height = roots.stream().mapToInt(IsolationNode::height).max().orElseThrow();
    LeafPaths leafPaths = new LeafPaths();
    trees = roots.size();
    blocks =
        IntStream.iterate(0, first -> first < trees, first -> first + TreeBlock.LANES)
            .mapToObj(first -> roots.subList(first, Math.min(trees, first + TreeBlock.LANES)))
            .map(few -> TreeBlock.of(few, height, leafPaths))
            .toArray(TreeBlock[]::new);
    paths = leafPaths.toArray();
  }

  private CompleteLayout(int trees, TreeBlock[] blocks, double[] paths) {
    this.trees = trees;
    this.blocks = blocks;
    this.paths = paths;
  }

  /**
   * The same trees over a longer row, so that nothing need be gathered to score it.
   *
   * @param columns where in that row each feature stands
   */
  CompleteLayout over(int[] columns) {
    TreeBlock[] moved = new TreeBlock[blocks.length];
    for (int block = 0; block < moved.length; block++) {
      moved[block] = blocks[block].over(columns);
    }
    return new CompleteLayout(trees, moved, paths);
  }

  /**
   * The path length of a row, averaged over the trees.
   *
   * @param x finite at every position that a split compares; not checked
   */
  double meanPath(double[] x) {
    double sum = 0;
    for (TreeBlock block : blocks) {
      sum = block.addPaths(sum, x, paths);
    }
    return sum / trees;
  }
}
