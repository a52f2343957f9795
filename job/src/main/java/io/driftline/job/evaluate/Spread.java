package io.driftline.job.evaluate;

import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * A figure over several runs. All three are empty if it was defined in none of them.
 *
 * @param median the middle value; of an even number of runs, the mean of the middle two
 * @param min the lowest
 * @param max the highest
 */
public record Spread(OptionalDouble median, OptionalDouble min, OptionalDouble max) {

  /** The spread of one figure; runs in which it was undefined are left out. */
  public static Spread of(Collection<OptionalDouble> runs) {
    double[] values = runs.stream().flatMapToDouble(OptionalDouble::stream).toArray();
    return new Spread(Median.of(values), Arrays.stream(values).min(), Arrays.stream(values).max());
  }
}
