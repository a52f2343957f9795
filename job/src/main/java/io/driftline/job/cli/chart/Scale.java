package io.driftline.job.cli.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * From values to places on the paper. It begins and ends at a tick.
 *
 * @param ticks at least two, ascending
 * @param logarithmic whether equal ratios, rather than equal differences, are equally long
 * @param from where the first tick is
 * @param to where the last is
 */
record Scale(List<Double> ticks, boolean logarithmic, double from, double to) {
  private static final int[] STEPS = {1, 2, 5};
  private static final int FEWEST_INTERVALS = 4;

  /** A spread of values from which on a logarithmic scale reads better. */
  private static final double WIDE = 20;

  Scale {
    ticks = List.copyOf(ticks);
  }

  /** From 0 to the next tick from the highest value on. */
  static Scale linear(double highest, double from, double to) {
    BigDecimal step = step(highest > 0 ? highest : 1);
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; ticks.size() < 2 || ticks.get(i - 1) < highest; i++) {
      ticks.add(step.multiply(BigDecimal.valueOf(i)).doubleValue());
    }
    return new Scale(ticks, false, from, to);
  }

  /** Logarithmic if the values, all above 0, lie far apart; linear otherwise. */
  static Scale fitting(double lowest, double highest, double from, double to) {
    return lowest > 0 && highest / lowest >= WIDE
        ? logarithmic(lowest, highest, from, to)
        : linear(highest, from, to);
  }

  private static Scale logarithmic(double lowest, double highest, double from, double to) {
    List<Double> ticks = new ArrayList<>();
    for (int power = power(lowest); ticks.isEmpty() || last(ticks) < highest; power++) {
      for (int step : STEPS) {
        ticks.add(tick(step, power).doubleValue());
      }
    }
    while (ticks.get(1) <= lowest) {
      ticks.remove(0);
    }
    while (ticks.get(ticks.size() - 2) >= highest) {
      ticks.remove(ticks.size() - 1);
    }
    return new Scale(ticks, true, from, to);
  }

  /** The largest of 1, 2 and 5 times a power of ten that gives enough intervals. */
  private static BigDecimal step(double highest) {
    double least = highest / FEWEST_INTERVALS;
    BigDecimal best = tick(1, power(least));
    for (int step : STEPS) {
      BigDecimal tick = tick(step, power(least));
      best = tick.doubleValue() <= least ? tick : best;
    }
    return best;
  }

  private static int power(double value) {
    return (int) Math.floor(Math.log10(value));
  }

  /** A decimal, so that three times 0.05 is 0.15. */
  private static BigDecimal tick(int step, int power) {
    return BigDecimal.valueOf(step).scaleByPowerOfTen(power);
  }

  private static double last(List<Double> ticks) {
    return ticks.get(ticks.size() - 1);
  }

  /** Where a value between the first and last tick is. */
  double at(double value) {
    double share =
        (place(value) - place(ticks.get(0))) / (place(last(ticks)) - place(ticks.get(0)));
    return from + share * (to - from);
  }

  private double place(double value) {
    return logarithmic ? Math.log10(value) : value;
  }
}
