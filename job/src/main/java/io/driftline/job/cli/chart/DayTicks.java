package io.driftline.job.cli.chart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.LongStream;

/** Which days of a span are named on its axis: a few, and Mondays if the span is long. */
final class DayTicks {

  private static final int MOST = 6;
  private static final int WEEK = 7;
  private static final List<Integer> STEPS = List.of(1, 2, 7, 14, 28, 56, 91, 182);

  private DayTicks() {}

  /**
   * Days from {@code from}, in ascending order.
   *
   * @param days length of the span, at least 1
   */
  static List<Integer> of(LocalDate from, int days) {
    int step = step(days);
    LocalDate first =
        step < WEEK ? from : from.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    return LongStream.iterate(
            ChronoUnit.DAYS.between(from, first), day -> day < days, d -> d + step)
        .mapToObj(Math::toIntExact)
        .toList();
  }

  private static int step(int days) {
    int least = (days + MOST - 1) / MOST;
    return STEPS.stream()
        .filter(step -> step >= least)
        .findFirst()
        .orElse((least + WEEK - 1) / WEEK * WEEK);
  }
}
