package io.driftline.drift;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds out when an agent takes up one new system, or permission, after another: a cumulative sum
 * of counts (J. M. Lucas, <i>Counted data CUSUM's</i>, Technometrics 1985). Each step of adoption
 * adds one; every day takes off what is usual.
 *
 * <p>A new value is adopted in two steps: used on two days, and on three. A single needless call is
 * none, nor is what recurs so seldom that many needless calls would explain it. What an agent does
 * in its first weeks is all usual.
 */
final class GrowthChart {

  /** A value that was not adopted by then is one that the agent uses now and then. */
  private static final int NEW_FOR_DAYS = 21;

  /** Share of all hours of use since it was first seen, when used on three days. */
  private static final double LEAST_SHARE = 0.011;

  /** The same when used on two days, which must not be next to each other. */
  private static final double LEAST_SHARE_OF_TWO = 0.03;

  private static final int TWO_DAYS_APART = 3;
  private static final int MOST_EVIDENCE = 5;
  private static final long NEVER = Long.MIN_VALUE;

  private double sum;

  /** First day of the first value that was adopted since the sum was last 0. */
  private long since = NEVER;

  /** How many steps were taken since then. */
  private int steps;

  /**
   * Takes in a day that is over.
   *
   * @param matureFrom a value first seen earlier belongs to the agent's first weeks
   */
  void add(MixHistory history, long day, long matureFrom, DriftSettings settings) {
    sum = Math.max(0, sum - settings.growth().stepsPerDay());
    since = sum == 0 ? NEVER : since;
    Map<Long, Integer> taken = new TreeMap<>();
    for (ValueHistory value : history.values()) {
      int adoption = value.firstDay() >= matureFrom ? adoption(value, history, day) : 0;
      if (adoption > value.adoption()) {
        taken.merge(value.firstDay(), adoption - value.adoption(), Math::max);
        value.adopt(adoption);
      }
    }
    taken.forEach(this::count);
  }

  /** What came on one day, and goes a step further on one day, goes it together. */
  private void count(long firstDay, int step) {
    since = sum == 0 ? firstDay : Math.min(since, firstDay);
    steps = sum == 0 ? step : steps + step;
    sum += step;
  }

  /** 2 for a value used on three days and not too seldom, 1 for two days and rather often. */
  private static int adoption(ValueHistory value, MixHistory history, long day) {
    long age = day - value.firstDay();
    if (age >= NEW_FOR_DAYS) {
      return 0;
    }
    int days = value.activeDays(value.firstDay(), day);
    double share =
        value.sum(value.firstDay(), day) / Math.max(1.0, history.total(value.firstDay(), day));
    if (days >= 3 && share >= LEAST_SHARE) {
      return 2;
    }
    return days == 2 && age >= TWO_DAYS_APART && share >= LEAST_SHARE_OF_TWO ? 1 : 0;
  }

  boolean isGrowth(DriftSettings settings) {
    return sum >= settings.growth().limit();
  }

  void reset() {
    sum = 0;
    since = NEVER;
  }

  /** The drift that the chart tells of. */
  DriftSignal signal(
      DriftDimension dimension, MixHistory history, long day, DriftSettings settings) {
    List<ValueHistory> adopted =
        history.values().stream()
            .filter(value -> value.adoption() > 0 && value.firstDay() >= since)
            .sorted(Comparator.comparing(ValueHistory::first))
            .toList();
    double weeks = Math.max(1, (day + 1 - since) / 7.0);
    long recentFrom = day - settings.recentDays() + 1;
    double inUse = inUse(history, recentFrom - settings.referenceDays(), day);
    return new DriftSignal(
        DriftKind.GROWTH,
        dimension,
        CalendarDay.start(since),
        CalendarDay.start(day + 1),
        inUse - adopted.size(),
        inUse,
        adopted.size() / weeks,
        PoissonTail.atLeast(steps, 7 * weeks * settings.growth().stepsPerDay()),
        adopted.stream().map(value -> change(value, history, recentFrom, day)).toList(),
        adopted.stream().limit(MOST_EVIDENCE).map(value -> value.first().eventId()).toList(),
        null);
  }

  private static ShareChange change(ValueHistory value, MixHistory history, long from, long to) {
    double total = Math.max(1, history.total(from, to));
    return new ShareChange(
        value.label(), 0, Math.min(1, value.sum(from, to) / total), value.first().eventId());
  }

  private static double inUse(MixHistory history, long from, long to) {
    return history.values().stream().filter(value -> value.sum(from, to) > 0).count();
  }

  void write(StateWriter out) {
    out.writeDouble(sum).writeLong(since).writeInt(steps);
  }

  static GrowthChart read(StateReader in) {
    GrowthChart chart = new GrowthChart();
    chart.sum = in.readDouble();
    chart.since = in.readLong();
    chart.steps = in.readInt();
    if (!(chart.sum >= 0)) {
      throw new IllegalStateException("stored drift state has a cumulative sum of " + chart.sum);
    }
    return chart;
  }
}
