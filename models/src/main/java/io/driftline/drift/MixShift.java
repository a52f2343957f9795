package io.driftline.drift;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Judges whether the mix of a dimension has shifted: the Jensen–Shannon distance of the recent
 * window from the reference is the effect, a permutation of days its significance. Whether it is
 * raised is decided over all dimensions together, see {@link FalseDiscoveries}.
 *
 * @param window from the first day of the reference to the last recent day
 * @param recentFrom first recent day
 * @param strength the distance beyond what chance gives, in [0, 1]
 * @param p how easily chance alone does as much, in (0, 1]
 */
record MixShift(
    DriftDimension dimension, MixWindow window, long recentFrom, double strength, double p) {

  private static final int LEAST_RECENT_HOURS = 20;
  private static final int LEAST_REFERENCE_HOURS = 50;
  private static final int LEAST_RECENT_ACTIVE_DAYS = 3;
  private static final int LEAST_REFERENCE_ACTIVE_DAYS = 5;
  private static final int MOST_CHANGES = 6;
  private static final int MOST_EVIDENCE = 5;
  private static final double LEAST_CHANGE = 0.005;

  /**
   * Judges the recent window that ends with {@code day}.
   *
   * @param referenceFrom first day that may serve as reference
   * @param seed of the permutations
   * @return {@code null} when there is too little to judge, or too small a distance
   */
  static MixShift judge(
      DriftDimension dimension,
      MixHistory history,
      long referenceFrom,
      long day,
      long seed,
      DriftSettings settings) {
    long recentFrom = day - settings.recentDays() + 1;
    long from = Math.max(referenceFrom, recentFrom - settings.referenceDays());
    if (recentFrom - from < settings.leastReferenceDays()
        || history.total(recentFrom, day) < LEAST_RECENT_HOURS
        || history.total(from, recentFrom - 1) < LEAST_REFERENCE_HOURS) {
      return null;
    }
    MixWindow window = history.window(from, day);
    return isActive(window, recentFrom)
        ? judge(dimension, window, recentFrom, seed, settings)
        : null;
  }

  private static boolean isActive(MixWindow window, long recentFrom) {
    return window.activeDays(recentFrom, window.to()) >= LEAST_RECENT_ACTIVE_DAYS
        && window.activeDays(window.from(), recentFrom - 1) >= LEAST_REFERENCE_ACTIVE_DAYS;
  }

  private static MixShift judge(
      DriftDimension dimension,
      MixWindow window,
      long recentFrom,
      long seed,
      DriftSettings settings) {
    double divergence =
        JensenShannon.divergence(
            window.sum(recentFrom, window.to()), window.sum(window.from(), recentFrom - 1));
    if (Math.sqrt(divergence) < settings.mix().distance()) {
      return null;
    }
    DayPermutation.Result chance =
        DayPermutation.test(
            window,
            recentFrom,
            divergence,
            settings.mix().distance() * settings.mix().distance(),
            settings.mix().permutations(),
            seed);
    double strength = Math.sqrt(Math.max(0, divergence - chance.usual()));
    return strength < settings.mix().distance()
        ? null
        : new MixShift(dimension, window, recentFrom, strength, chance.p());
  }

  /** The drift that it is. */
  DriftSignal signal() {
    long began = onset();
    List<ShareChange> changes = changes(began);
    return new DriftSignal(
        DriftKind.MIX_SHIFT,
        dimension,
        CalendarDay.start(began),
        CalendarDay.start(window.to() + 1),
        0,
        0,
        strength,
        p,
        changes,
        evidence(began),
        null);
  }

  /**
   * The day that parts the span into the two most different mixes: the maximum-likelihood estimate
   * of the change-point (D. V. Hinkley, Biometrika 1970).
   */
  private long onset() {
    long best = recentFrom;
    double most = Double.NEGATIVE_INFINITY;
    for (long day = window.from() + 1; day < window.to(); day++) {
      double ratio =
          JensenShannon.likelihoodRatio(
              window.sum(window.from(), day - 1), window.sum(day, window.to()));
      if (ratio > most) {
        most = ratio;
        best = day;
      }
    }
    return best;
  }

  private List<ShareChange> changes(long began) {
    int[] before = window.sum(window.from(), recentFrom - 1);
    int[] after = window.sum(recentFrom, window.to());
    double all = JensenShannon.total(before);
    double now = JensenShannon.total(after);
    return IntStream.range(0, window.values().size())
        .mapToObj(i -> change(i, before[i] / all, after[i] / now, began))
        .filter(change -> Math.abs(change.after() - change.before()) >= LEAST_CHANGE)
        .sorted(
            Comparator.comparingDouble(
                (ShareChange change) -> -Math.abs(change.after() - change.before())))
        .limit(MOST_CHANGES)
        .toList();
  }

  private ShareChange change(int i, double before, double after, long began) {
    ValueHistory value = window.values().get(i);
    return new ShareChange(
        value.label(), before, after, isNew(value, began) ? value.first().eventId() : null);
  }

  /** First seen when the change began, or a little earlier: a change begins little by little. */
  private boolean isNew(ValueHistory value, long began) {
    return value.firstDay() >= Math.min(began, recentFrom) - (window.to() - recentFrom + 1)
        && value.firstDay() > window.from();
  }

  private List<String> evidence(long began) {
    return window.values().stream()
        .filter(value -> isNew(value, began))
        .map(ValueHistory::first)
        .filter(Objects::nonNull)
        .sorted()
        .limit(MOST_EVIDENCE)
        .map(Sighting::eventId)
        .toList();
  }
}
