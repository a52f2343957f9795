package io.driftline.drift;

import java.util.Arrays;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * How far a day's numbers are off their usual level, in units of their usual spread. Working days
 * are compared with working days, free days with free days.
 *
 * @param volume actions per day
 * @param errors those that were refused or failed
 */
record DayLevels(DayCounts volume, DayCounts errors) {

  /** Keeps the ratio of small numbers tame: 3 actions instead of 1 are no threefold volume. */
  private static final int OFFSET = 5;

  private static final int LEAST_DAYS = 3;
  private static final int LEAST_ACTIONS = 50;

  /** Of the logarithm; an agent that never varies may still do so a little. */
  private static final double LEAST_SPREAD = 0.35;

  /** What makes the median deviation of normal numbers their standard deviation. */
  private static final double NORMAL = 1.4826;

  /** Keeps a first error after none from being a deviation without measure. */
  private static final double ERROR_VARIANCE = 0.5;

  private static final double MOST_DISPERSION = 10;

  /**
   * By how many deviations a day is off, reference from one day to another.
   *
   * @return 0 where there is too little to compare with
   */
  double deviations(DriftDimension dimension, long day, long from, long to) {
    return dimension == DriftDimension.VOLUME
        ? volumeDeviations(day, from, to)
        : errorDeviations(day, from, to);
  }

  /** Log ratio to the median day of its kind; the spread is the median absolute deviation. */
  private double volumeDeviations(long day, long from, long to) {
    double[] usual = daysLike(day, from, to).mapToDouble(volume::on).sorted().toArray();
    if (usual.length < LEAST_DAYS) {
      return 0;
    }
    double median = median(usual);
    double[] off =
        Arrays.stream(usual).map(each -> Math.abs(logRatio(each, median))).sorted().toArray();
    return logRatio(volume.on(day), median) / Math.max(LEAST_SPREAD, NORMAL * median(off));
  }

  private static double logRatio(double value, double median) {
    return StrictMath.log((value + OFFSET) / (median + OFFSET));
  }

  /** Pearson residual of the day's errors, given its volume and the usual share. */
  private double errorDeviations(long day, long from, long to) {
    long all = volume.sum(from, to);
    if (all < LEAST_ACTIONS || daysLike(day, from, to).count() < LEAST_DAYS) {
      return 0;
    }
    double share = (errors.sum(from, to) + 0.5) / (all + 1);
    double expected = volume.on(day) * share;
    double variance = expected * (1 - share) * dispersion(share, from, to) + ERROR_VARIANCE;
    return (errors.on(day) - expected) / Math.sqrt(variance);
  }

  /** How much more than binomial the errors vary: they come in bursts. */
  private double dispersion(double share, long from, long to) {
    double sum = 0;
    double expected = 0;
    for (long day = from; day <= to; day++) {
      double mean = volume.on(day) * share;
      sum += (errors.on(day) - mean) * (errors.on(day) - mean);
      expected += mean * (1 - share);
    }
    return Math.min(MOST_DISPERSION, Math.max(1, sum / expected));
  }

  /** The usual number of a span: actions a working day, or the share that fails. */
  double mean(DriftDimension dimension, long from, long to) {
    if (dimension == DriftDimension.ERRORS) {
      return volume.sum(from, to) == 0 ? 0 : (double) errors.sum(from, to) / volume.sum(from, to);
    }
    double working =
        days(CalendarDay::isWorking, from, to).mapToDouble(volume::on).average().orElse(-1);
    return working >= 0
        ? working
        : days(day -> true, from, to).mapToDouble(volume::on).average().orElse(0);
  }

  private static LongStream daysLike(long day, long from, long to) {
    return days(other -> CalendarDay.isWorking(other) == CalendarDay.isWorking(day), from, to);
  }

  private static LongStream days(LongPredicate wanted, long from, long to) {
    return LongStream.rangeClosed(from, to).filter(wanted);
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
