package io.driftline.job.cli.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * Spreads a number of things evenly over a span of time. Nights, when little happens, pass as
 * quickly as they are empty.
 *
 * @param total how many there are, at least 0
 * @param from when the first is due
 * @param span how long until all are due, above 0
 */
record Pacing(int total, Instant from, Duration span) {

  Pacing {
    if (total < 0 || span.isNegative() || span.isZero()) {
      throw new IllegalArgumentException(
          "pacing needs a total of at least 0 and a span above 0, got %d and %s"
              .formatted(total, span));
    }
  }

  /** How many are due by {@code now}, from 0 to {@link #total}. */
  int due(Instant now) {
    long elapsed = Math.max(0, Duration.between(from, now).toMillis());
    return elapsed >= span.toMillis() ? total : (int) (total * elapsed / span.toMillis());
  }
}
