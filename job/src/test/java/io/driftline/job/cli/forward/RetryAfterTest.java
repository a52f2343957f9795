package io.driftline.job.cli.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-03-01T09:40:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | PT0S",
        "1 | PT1S",
        "' 30 ' | PT30S",
        "601 | PT10M",
        "99999999999999999999 | PT10M",
        "Sun, 01 Mar 2026 09:40:05 GMT | PT5S",
        "Sun, 01 Mar 2026 11:40:00 GMT | PT10M",
        "Sun, 01 Mar 2026 09:00:00 GMT | PT0S",
        "-5 | PT0S",
        "1.5 | PT0S",
        "soon | PT0S",
        "'' | PT0S",
        "Sun, 31 Feb 2026 09:40:05 GMT | PT0S"
      })
  void readsSecondsAndDates(String value, Duration expected) {
    assertThat(RetryAfter.parse(value, NOW)).isEqualTo(expected);
  }

  @Test
  void nothingSaidIsNoWait() {
    assertThat(RetryAfter.parse(null, NOW)).isZero();
  }
}
