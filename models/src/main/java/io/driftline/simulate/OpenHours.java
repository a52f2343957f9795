package io.driftline.simulate;

import java.util.ArrayList;
import java.util.List;

/** The hours of a span that lie between two times of day, laid end to end. */
final class OpenHours {
  private final List<long[]> intervals = new ArrayList<>();
  private long total;

  private OpenHours() {}

  /** From 8 to 16 o'clock UTC on working days. */
  static OpenHours office(long from, long end) {
    return between(from, end, 8 * Rhythm.HOUR, 16 * Rhythm.HOUR, true);
  }

  /** From half past midnight to 3 o'clock UTC on any day. */
  static OpenHours night(long from, long end) {
    return between(from, end, Rhythm.HOUR / 2, 3 * Rhythm.HOUR, false);
  }

  private static OpenHours between(
      long from, long end, long opens, long closes, boolean workingDays) {
    OpenHours hours = new OpenHours();
    for (long day = from - Math.floorMod(from, Rhythm.DAY); day < end; day += Rhythm.DAY) {
      if (!workingDays || Rhythm.workingDay(day)) {
        hours.add(Math.max(from, day + opens), Math.min(end, day + closes));
      }
    }
    return hours;
  }

  private void add(long from, long end) {
    if (from < end) {
      intervals.add(new long[] {from, end});
      total += end - from;
    }
  }

  /** All open time together, in milliseconds. */
  long total() {
    return total;
  }

  /** The instant at which the given share, in [0, 1), of the open time is over. */
  long at(double share) {
    long left = (long) (share * total);
    for (long[] interval : intervals) {
      long length = interval[1] - interval[0];
      if (left < length) {
        return interval[0] + left;
      }
      left -= length;
    }
    throw new IllegalArgumentException("share must be in [0, 1) of open hours, was " + share);
  }

  /** All of the span, for when it holds too few open hours. */
  static OpenHours always(long from, long end) {
    OpenHours hours = new OpenHours();
    hours.add(from, end);
    return hours;
  }
}
