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

  /** About three actions: on days that are usually quieter, volume says nothing. */
  private static final double LEAST_ROOT = 1.7;

  private static final int LEAST_DAYS = 3;
  private static final int LEAST_ACTIONS = 50;

  /** As a share of the root; an agent that never varies may still do so a little. */
  private static final double LEAST_SPREAD = 0.12;

  /** What a Poisson number's root varies by. */
  private static final double LEAST_ROOTS = 0.5;

  /** What makes the median deviation of normal numbers their standard deviation. */
  private static final double NORMAL = 1.4826;

  /** Keeps a first error after none from being a deviation without measure. */
  private static final double ERROR_VARIANCE = 0.5;

  private static final double MOST_DISPERSION = 10;

  /**
   * By how many deviations a day is off the reference.
   *
   * @return NaN where there is nothing to compare
   */
  double deviations(DriftDimension dimension, long day, LevelShift.Reference reference) {
    return dimension == DriftDimension.VOLUME
        ? volumeDeviations(day, reference.from(), reference.to())
        : errorDeviations(day, reference.from(), reference.to());
  }

  /**
   * Distance from the median day of its kind, as square roots, which vary alike whatever their mean
   * (M. S. Bartlett, <i>The square root transformation in analysis of variance</i>, 1936); the
   * spread is the median absolute deviation.
   */
  private double volumeDeviations(long day, long from, long to) {
    double[] usual = daysLike(day, from, to).mapToDouble(this::root).sorted().toArray();
    double median = usual.length < LEAST_DAYS ? 0 : median(usual);
    if (usual.length < LEAST_DAYS || median < LEAST_ROOT) {
      return Double.NaN;
    }
    double[] off = Arrays.stream(usual).map(each -> Math.abs(each - median)).sorted().toArray();
    double least = Math.max(LEAST_ROOTS, LEAST_SPREAD * median);
    return (root(day) - median) / Math.max(least, NORMAL * median(off));
  }

  private double root(long day) {
    return Math.sqrt(volume.on(day));
  }

  /** Pearson residual of the day's errors, given its volume and the usual share. */
  private double errorDeviations(long day, long from, long to) {
    long all = volume.sum(from, to);
    if (all < LEAST_ACTIONS || volume.on(day) == 0) {
      return Double.NaN;
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
