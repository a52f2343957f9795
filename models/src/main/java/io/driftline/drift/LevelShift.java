package io.driftline.drift;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * A level that has changed for good.
 *
 * @param history the number, which has reached its limit
 * @param levels how it compares with its usual level
 * @param reference what it is compared with
 * @param day the last day
 */
record LevelShift(LevelHistory history, DayLevels levels, Reference reference, long day) {

  /** Keeps a share of failures that was 0 from having risen without measure. */
  private static final double LEAST_SHARE = 0.001;

  private static final double LEAST_VOLUME = 1;

  /**
   * The days that tell what is usual.
   *
   * @param from first day
   * @param to last day
   */
  record Reference(long from, long to) {

    long days() {
      return to - from + 1;
    }
  }

  /** The drift that it is; {@code null} if it has not come to enough. */
  DriftSignal signalOrNull(long seed, DriftSettings settings) {
    if (history.changedSince(settings) == CumulativeSum.NEVER) {
      return null;
    }
    DriftSignal signal = signal(seed, settings);
    return signal.strength() >= settings.level().factor()
            && signal.significance() <= settings.level().significance()
        ? signal
        : null;
  }

  private DriftSignal signal(long seed, DriftSettings settings) {
    DriftDimension dimension = history.dimension();
    long since = history.changedSince(settings);
    double before = levels.mean(dimension, reference.from(), Math.min(reference.to(), since - 1));
    double after = levels.mean(dimension, since, day);
    double least = dimension == DriftDimension.ERRORS ? LEAST_SHARE : LEAST_VOLUME;
    double factor = Math.max(least, after) / Math.max(least, before);
    return new DriftSignal(
        DriftKind.LEVEL_SHIFT,
        dimension,
        CalendarDay.start(since),
        CalendarDay.start(day + 1),
        before,
        after,
        Math.max(factor, 1 / factor),
        significance(since, seed, settings),
        List.of(),
        history.evidence(),
        null);
  }

  /**
   * How often days of the reference and of the change, dealt out by chance, differ as much in their
   * mean deviation, or more: a permutation test, two-sided.
   */
  private double significance(long since, long seed, DriftSettings settings) {
    int permutations = settings.mix().permutations();
    double[] usual = deviations(reference.from(), Math.min(reference.to(), since - 1), settings);
    double[] now = deviations(Math.max(reference.from(), since), day, settings);
    double[] off = DoubleStream.concat(DoubleStream.of(usual), DoubleStream.of(now)).toArray();
    int changed = now.length;
    SplittableRandom random = new SplittableRandom(seed);
    double observed = Math.abs(difference(off, changed));
    int extreme = 0;
    for (int i = 0; i < permutations; i++) {
      extreme += Math.abs(difference(shuffled(off, changed, random), changed)) >= observed ? 1 : 0;
    }
    return (extreme + 1.0) / (permutations + 1);
  }

  private double[] deviations(long first, long last, DriftSettings settings) {
    return LongStream.rangeClosed(first, last)
        .mapToDouble(each -> levels.deviations(history.dimension(), each, reference))
        .filter(deviations -> !Double.isNaN(deviations))
        .map(settings.level()::clipped)
        .toArray();
  }

  /** Mean of the last {@code changed} ones above the mean of all. */
  private static double difference(double[] off, int changed) {
    double all = 0;
    double last = 0;
    for (int i = 0; i < off.length; i++) {
      all += off[i];
      last += i >= off.length - changed ? off[i] : 0;
    }
    return last / changed - all / off.length;
  }

  /** In place; only the last {@code changed} places need be drawn. */
  private static double[] shuffled(double[] off, int changed, SplittableRandom random) {
    for (int i = off.length - 1; i >= off.length - changed; i--) {
      int j = random.nextInt(i + 1);
      double swapped = off[i];
      off[i] = off[j];
      off[j] = swapped;
    }
    return off;
  }
}
