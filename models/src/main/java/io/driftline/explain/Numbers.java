package io.driftline.explain;

import java.util.Locale;

/** Numbers the way people read them, the same in every locale. */
public final class Numbers {

  private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
  private static final double MOST = 1e15;
  private static final double MOST_BYTES = Long.MAX_VALUE;

  private Numbers() {}

  /** A quantity: one decimal below ten, whole and grouped above, as in {@code 1,234}. */
  public static String quantity(double value) {
    if (!(value < MOST)) {
      return "over " + grouped(MOST);
    }
    return value < 9.95 ? oneDecimal(value) : grouped(value);
  }

  /** A count of things, singular for one: {@code 1 case}, {@code 412 cases}. */
  public static String counted(double count, String one, String many) {
    double whole = Math.max(1, Math.rint(count));
    return quantity(whole) + " " + (whole == 1 ? one : many);
  }

  /** A share in [0, 1] as a percentage that is 0 or 100 only if the share is. */
  public static String percent(double share) {
    double percent = 100 * share;
    if (percent > 0 && percent < 0.1) {
      return "under 0.1 %";
    }
    if (percent < 1) {
      return quantity(percent) + " %";
    }
    return percent > 99 && percent < 100 ? "over 99 %" : grouped(percent) + " %";
  }

  /** A data volume in decimal units: {@code 1.2 MB}. */
  public static String bytes(double bytes) {
    double value = Math.min(MOST_BYTES, bytes);
    int unit = 0;
    while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return (unit == 0 ? grouped(value) : quantity(value)) + " " + BYTE_UNITS[unit];
  }

  /** A time span in the largest unit that leaves more than one of it: {@code 55 min}. */
  public static String minutes(double minutes) {
    if (minutes < 59.5) {
      return quantity(minutes) + " min";
    }
    double hours = minutes / 60;
    return hours < 47.5 ? quantity(hours) + " h" : quantity(hours / 24) + " d";
  }

  /** A score or threshold from 0 to 100: rounded down, so that it never seems to reach a line. */
  public static String score(double score) {
    return oneDecimal(Math.floor(score * 10) / 10);
  }

  /** Without a decimal that is zero. */
  private static String oneDecimal(double value) {
    double tenths = Math.rint(value * 10) / 10;
    return tenths == Math.rint(tenths)
        ? grouped(tenths)
        : String.format(Locale.ROOT, "%.1f", tenths);
  }

  private static String grouped(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }
}
