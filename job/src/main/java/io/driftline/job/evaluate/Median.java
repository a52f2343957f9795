package io.driftline.job.evaluate;

import java.util.Arrays;
import java.util.OptionalDouble;

/** The middle value; of an even number of values, the mean of the middle two. */
final class Median {

  private Median() {}

  /** The median, empty if there is no value. */
  static OptionalDouble of(double[] values) {
    if (values.length == 0) {
      return OptionalDouble.empty();
    }
    double[] ascending = values.clone();
    Arrays.sort(ascending);
    double lower = ascending[(ascending.length - 1) / 2];
    double upper = ascending[ascending.length / 2];
    return OptionalDouble.of((lower + upper) / 2);
  }
}
