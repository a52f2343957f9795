package io.driftline.drift;

import java.util.concurrent.TimeUnit;

/** UTC days, counted from the epoch. */
public final class CalendarDay {

  private static final long MILLIS = TimeUnit.DAYS.toMillis(1);

  /** The epoch began on a Thursday, the fourth day of the week. */
  private static final int EPOCH_WEEKDAY = 3;

  private static final int WORKING_DAYS = 5;

  private CalendarDay() {}

  /** The day that holds an instant, given in epoch milliseconds. */
  public static long of(long millis) {
    return Math.floorDiv(millis, MILLIS);
  }

  /** First instant of a day, in epoch milliseconds. */
  public static long start(long day) {
    return day * MILLIS;
  }

  /** First instant after the day that holds an instant, both in epoch milliseconds. */
  public static long endOf(long millis) {
    return start(of(millis) + 1);
  }

  /** The hour of the day that holds an instant, 0 to 23. */
  static int hourOf(long millis) {
    return (int) (Math.floorMod(millis, MILLIS) / TimeUnit.HOURS.toMillis(1));
  }

  /** Whether it is a Monday to Friday. */
  static boolean isWorking(long day) {
    return Math.floorMod(day + EPOCH_WEEKDAY, 7) < WORKING_DAYS;
  }
}
