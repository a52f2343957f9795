package io.driftline.job.cli.backtest;

import io.driftline.drift.CalendarDay;

/**
 * The time a report is about.
 *
 * @param from first instant, epoch milliseconds
 * @param to after the last one, epoch milliseconds
 */
record Window(long from, long to) {

  Window {
    if (from >= to) {
      throw new IllegalArgumentException(
          "a window must not be empty, was %d to %d".formatted(from, to));
    }
  }

  boolean contains(long time) {
    return from <= time && time < to;
  }

  /** The UTC day in which it begins, counted from the epoch. */
  int firstDay() {
    return (int) CalendarDay.of(from);
  }

  /** How many UTC days it touches. */
  int days() {
    return (int) (CalendarDay.of(to - 1) - firstDay() + 1);
  }

  /** The place of a UTC day among those that it touches. */
  int indexOf(int day) {
    return day - firstDay();
  }

  /** The part of it in which there is activity; itself if there is none. */
  Window around(ScoreLog log) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int i = 0; i < log.size(); i++) {
      if (contains(log.time(i))) {
        first = Math.min(first, log.time(i));
        last = Math.max(last, log.time(i));
      }
    }
    return first > last ? this : new Window(first, last + 1);
  }
}
