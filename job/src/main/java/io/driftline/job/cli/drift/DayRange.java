package io.driftline.job.cli.drift;

import io.driftline.drift.CalendarDay;
import io.driftline.drift.DriftEvent;
import java.time.LocalDate;

/**
 * UTC days, counted from the epoch.
 *
 * @param from the first of them
 * @param to the last, not before the first
 */
record DayRange(long from, long to) {

  DayRange {
    if (from > to) {
      throw new IllegalArgumentException(
          "a range of days must not end before it begins, was %s to %s"
              .formatted(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to)));
    }
  }

  /** Both ends included; {@code null} leaves one open. */
  static DayRange of(LocalDate from, LocalDate to) {
    return new DayRange(
        from == null ? LocalDate.MIN.toEpochDay() : from.toEpochDay(),
        to == null ? LocalDate.MAX.toEpochDay() : to.toEpochDay());
  }

  /** The day at whose end a drift was found. */
  static long dayOf(DriftEvent event) {
    return CalendarDay.of(event.signal().found() - 1);
  }

  boolean contains(long day) {
    return from <= day && day <= to;
  }

  long days() {
    return to - from + 1;
  }

  LocalDate first() {
    return LocalDate.ofEpochDay(from);
  }

  LocalDate last() {
    return LocalDate.ofEpochDay(to);
  }
}
