package io.driftline.job.cli.drift;

import io.driftline.job.cli.chart.Panel.Slot;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * The days or weeks of a span that share a bar.
 *
 * @param span all days
 * @param slots the bars, which cover the span without a gap
 */
record Slots(DayRange span, List<Slot> slots) {

  private static final int MOST_SINGLE_DAYS = 42;
  private static final int WEEK = 7;

  Slots {
    slots = List.copyOf(slots);
  }

  /** A bar for each day. */
  static Slots daily(DayRange span) {
    return from(span, 1, 1);
  }

  /** A bar for each day of a short span, or for each week from Monday on. */
  static Slots readable(DayRange span) {
    if (span.days() <= MOST_SINGLE_DAYS) {
      return daily(span);
    }
    LocalDate monday = span.first().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    return from(span, (int) ChronoUnit.DAYS.between(span.first(), monday), WEEK);
  }

  private static Slots from(DayRange span, int first, int step) {
    int days = Math.toIntExact(span.days());
    List<Slot> slots = new ArrayList<>();
    for (int from = 0, to = first; from < days; from = to, to += step) {
      slots.add(new Slot(from, Math.min(days, to)));
    }
    return new Slots(span, slots);
  }

  /** What the bars stand for. */
  String each() {
    return slots.size() == span.days() ? "day" : "week";
  }

  /** The days of each bar. */
  List<DayRange> ranges() {
    return slots.stream()
        .map(slot -> new DayRange(span.from() + slot.from(), span.from() + slot.to() - 1))
        .toList();
  }
}
