package io.driftline.job.ingest;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The {@code date-time} of RFC 3339, section 5.6, read to the millisecond.
 *
 * <p>Lower-case {@code t} and {@code z}, every offset up to {@code ±23:59} and fractions of any
 * length are accepted; what is finer than a millisecond is cut off. A space instead of {@code T} is
 * not accepted. A leap second is accepted where one can be, at the end of June or December UTC, and
 * read as the last millisecond of the second before, since Java time has no place for it.
 */
public final class Rfc3339 {

  /** Returned for a text that is no date-time. */
  public static final long MALFORMED = Long.MIN_VALUE;

  private static final int SHORTEST = "2000-01-01T00:00:00Z".length();
  private static final int FRACTION = "2000-01-01T00:00:00".length();
  private static final int SECONDS_PER_DAY = 86_400;

  private Rfc3339() {}

  /** Milliseconds since the epoch, or {@link #MALFORMED}. */
  public static long epochMilli(String text) {
    if (text.length() < SHORTEST || !hasSeparators(text)) {
      return MALFORMED;
    }
    int zone = endOfFraction(text);
    int offsetMinutes = offsetMinutes(text, zone);
    long day = epochDay(text);
    int second = secondOfDay(text);
    if (zone < 0 || offsetMinutes == Integer.MIN_VALUE || day == MALFORMED || second < 0) {
      return MALFORMED;
    }
    long utc = day * SECONDS_PER_DAY + second - offsetMinutes * 60L;
    if (number(text, 17, 2) < 60) {
      return utc * 1000 + millis(text, zone);
    }
    return canBeLeapSecond(utc) ? utc * 1000 + 999 : MALFORMED;
  }

  private static boolean hasSeparators(String text) {
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && (text.charAt(10) == 'T' || text.charAt(10) == 't')
        && text.charAt(13) == ':'
        && text.charAt(16) == ':';
  }

  private static long epochDay(String text) {
    int year = number(text, 0, 4);
    int month = number(text, 5, 2);
    int day = number(text, 8, 2);
    if (year < 0 || month < 1 || month > 12 || !YearMonth.of(year, month).isValidDay(day)) {
      return MALFORMED;
    }
    return LocalDate.of(year, month, day).toEpochDay();
  }

  /** Second of the day, a leap second counted as the one before it; -1 if malformed. */
  private static int secondOfDay(String text) {
    int hour = number(text, 11, 2);
    int minute = number(text, 14, 2);
    int second = number(text, 17, 2);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
      return -1;
    }
    return hour * 3600 + minute * 60 + Math.min(second, 59);
  }

  /** Index after the optional fraction, or -1 if its point has no digits. */
  private static int endOfFraction(String text) {
    if (text.charAt(FRACTION) != '.') {
      return FRACTION;
    }
    int at = FRACTION + 1;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at == FRACTION + 1 ? -1 : at;
  }

  private static int millis(String text, int zone) {
    int millis = 0;
    for (int i = 1; i <= 3; i++) {
      int at = FRACTION + i;
      millis = millis * 10 + (at < zone ? text.charAt(at) - '0' : 0);
    }
    return millis;
  }

  private static int offsetMinutes(String text, int zone) {
    if (zone < 0 || zone >= text.length()) {
      return Integer.MIN_VALUE;
    }
    char sign = text.charAt(zone);
    if (sign == 'Z' || sign == 'z') {
      return zone + 1 == text.length() ? 0 : Integer.MIN_VALUE;
    }
    if ((sign != '+' && sign != '-') || text.length() != zone + 6 || text.charAt(zone + 3) != ':') {
      return Integer.MIN_VALUE;
    }
    int hour = number(text, zone + 1, 2);
    int minute = number(text, zone + 4, 2);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
      return Integer.MIN_VALUE;
    }
    return (sign == '+' ? 1 : -1) * (hour * 60 + minute);
  }

  private static boolean canBeLeapSecond(long utcSecond) {
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(utcSecond, SECONDS_PER_DAY));
    boolean lastSecond = Math.floorMod(utcSecond, SECONDS_PER_DAY) == SECONDS_PER_DAY - 1;
    boolean june30 = date.getMonthValue() == 6 && date.getDayOfMonth() == 30;
    boolean december31 = date.getMonthValue() == 12 && date.getDayOfMonth() == 31;
    return lastSecond && (june30 || december31);
  }

  /** The number of {@code length} ASCII digits at {@code from}, or -1. */
  private static int number(String text, int from, int length) {
    int value = 0;
    for (int i = from; i < from + length; i++) {
      if (!isDigit(text.charAt(i))) {
        return -1;
      }
      value = value * 10 + text.charAt(i) - '0';
    }
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
