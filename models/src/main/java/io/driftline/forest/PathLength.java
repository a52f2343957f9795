package io.driftline.forest;

/** Path lengths in isolation trees, counted in splits. */
final class PathLength {

  /** Euler's constant to the ten digits that the paper gives. */
  private static final double EULER = 0.5772156649;

  private PathLength() {}

  /**
   * The expected path length c(n) of an unsuccessful search in a binary search tree of n rows: 2
   * H(n−1) − 2 (n−1)/n with H(i) ≈ ln i + γ (Liu, Ting and Zhou 2008, equation 1). A leaf that
   * still holds n rows counts this much deeper, for the splits that the height limit saved.
   *
   * @param rows at least 0
   * @return 0 for fewer than two rows, which nothing is left to separate
   */
  static double expected(int rows) {
    if (rows < 2) {
      return 0;
    }
    return 2 * (StrictMath.log(rows - 1) + EULER - (rows - 1.0) / rows);
  }

  /** The height limit ceil(log2 rows) of a tree grown on this many rows, at least 1. */
  static int heightLimit(int rows) {
    return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(rows - 1));
  }
}
