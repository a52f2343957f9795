package io.driftline.job.cli.forward;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** The HTTP header {@code Retry-After} (RFC 9110, section 10.2.3). */
final class RetryAfter {

  /** Nobody is waited for longer, whatever the receiver says. */
  static final Duration LONGEST = Duration.ofMinutes(10);

  private static final int MOST_DIGITS = 9;

  private RetryAfter() {}

  /**
   * How long the receiver asks to be left alone.
   *
   * @param value seconds or an HTTP date; {@code null} if the receiver says nothing
   * @return at most {@link #LONGEST}; zero for what is past or not understood
   */
  static Duration parse(String value, Instant now) {
    if (value == null) {
      return Duration.ZERO;
    }
    String text = value.strip();
    Duration asked = isSeconds(text) ? seconds(text) : untilDate(text, now);
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }

  private static boolean isSeconds(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Duration seconds(String digits) {
    return digits.length() > MOST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(digits));
  }

  private static Duration untilDate(String text, Instant now) {
    try {
      Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
      return Duration.between(now, date);
    } catch (DateTimeException notUnderstood) {
      return Duration.ZERO;
    }
  }
}
