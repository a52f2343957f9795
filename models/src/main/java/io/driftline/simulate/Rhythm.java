package io.driftline.simulate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/** When work happens: office hours with a lunch dip, quiet weekends, busy month-ends. */
final class Rhythm {
  static final long HOUR = TimeUnit.HOURS.toMillis(1);
  static final long DAY = TimeUnit.DAYS.toMillis(1);

  private static final double WEEKEND = 0.07;
  private static final double BUSY_DAY = 0.03;

  /** Relative activity in each local hour, from midnight on. */
  private static final double[] BY_HOUR = {
    0.4, 0.2, 0.1, 0.1, 0.1, 0.3, 1, 5, 22, 45, 50, 46, 24, 34, 48, 46, 40, 26, 9, 5, 4, 3, 2, 1
  };

  private static final double[] CUMULATIVE = cumulative();

  private Rhythm() {}

  /** Whether the UTC day that contains this instant is a Monday to Friday. */
  static boolean workingDay(long millis) {
    DayOfWeek weekday = date(millis).getDayOfWeek();
    return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY;
  }

  /** How busy a day is, relative to an ordinary working day; some days are busy for no reason. */
  static double intensity(Purpose purpose, long dayMillis, Dice dice) {
    double weekday = workingDay(dayMillis) ? 1 : WEEKEND;
    double season = monthEnd(dayMillis) ? purpose == Purpose.FINANCE_OPS ? 1.9 : 1.15 : 1;
    double chance = dice.chance(BUSY_DAY) ? 2.5 : dice.logNormal(1, 0.15);
    return weekday * season * chance;
  }

  /** A time of day in the agent's zone, in milliseconds since local midnight. */
  static long timeOfDay(Dice dice) {
    double draw = dice.uniform() * CUMULATIVE[CUMULATIVE.length - 1];
    int hour = 0;
    while (CUMULATIVE[hour] <= draw) {
      hour++;
    }
    return hour * HOUR + dice.below((int) HOUR);
  }

  private static boolean monthEnd(long dayMillis) {
    LocalDate date = date(dayMillis);
    return date.getDayOfMonth() == 1 || date.getDayOfMonth() > date.lengthOfMonth() - 3;
  }

  private static LocalDate date(long millis) {
    return LocalDate.ofEpochDay(Math.floorDiv(millis, DAY));
  }

  private static double[] cumulative() {
    double[] sums = BY_HOUR.clone();
    for (int hour = 1; hour < sums.length; hour++) {
      sums[hour] += sums[hour - 1];
    }
    return sums;
  }
}
