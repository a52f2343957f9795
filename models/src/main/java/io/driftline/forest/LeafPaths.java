package io.driftline.forest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The distinct path lengths of the leaves of a forest, numbered in order of appearance; number 0 is
 * length 0. There are far fewer than leaves: a length follows from a leaf's depth and rows.
 */
final class LeafPaths {

  private final Map<Double, Integer> numbers = new HashMap<>();
  private final List<Double> lengths = new ArrayList<>();

  LeafPaths() {
    numberOf(0);
  }

  /**
   * The number of a path length, the same each time.
   *
   * @throws IllegalStateException if there are more lengths than two bytes can number, which {@link
   *     ForestSettings#MAX_SUBSAMPLE} rules out: thirteen depths, each with at most 4,096 sizes
   */
  char numberOf(double length) {
    int number = numbers.computeIfAbsent(length, any -> lengths.size());
    if (number > Character.MAX_VALUE) {
      throw new IllegalStateException(
          "A forest may have at most %d distinct path lengths".formatted(Character.MAX_VALUE + 1));
    }
    if (number == lengths.size()) {
      lengths.add(length);
    }
    return (char) number;
  }

  /** The lengths by number. */
  double[] toArray() {
    return lengths.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
