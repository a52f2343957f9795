package io.driftline.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** The order in which things arrive that are on their way for different times. */
public final class DisturbedOrder {

  private DisturbedOrder() {}

  private record Arrival<T>(T thing, long time) {}

  /**
   * The same things in the order of their arrival, each up to {@code latenessMillis} after its
   * time. The same seed gives the same order.
   *
   * @param time when a thing happened, epoch milliseconds
   * @param latenessMillis at least 0, below 2³¹ − 1
   */
  public static <T> List<T> of(
      List<T> things, ToLongFunction<T> time, long latenessMillis, long seed) {
    int choices = Math.toIntExact(Math.addExact(latenessMillis, 1));
    Dice dice = new Dice(seed);
    List<Arrival<T>> arrivals = new ArrayList<>(things.size());
    for (T thing : things) {
      arrivals.add(new Arrival<>(thing, time.applyAsLong(thing) + dice.below(choices)));
    }
    arrivals.sort(Comparator.comparingLong(Arrival::time));
    return arrivals.stream().map(Arrival::thing).toList();
  }
}
