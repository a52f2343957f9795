package io.driftline.job.cli.bootstrap;

import io.driftline.job.ingest.ActivityFile;
import io.driftline.job.ingest.Decoded;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/**
 * How much history there is.
 *
 * @param records actions, and records that are refused
 * @param actions of them
 * @param first event time of the earliest action, epoch milliseconds
 * @param last event time of the latest action, epoch milliseconds
 */
record HistorySpan(long records, long actions, long first, long last) {

  private static final HistorySpan NOTHING = new HistorySpan(0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

  /** Of a file of activity. */
  static HistorySpan of(Path activity) throws IOException {
    HistorySpan span = NOTHING;
    try (ActivityFile file = ActivityFile.open(activity, Clock.systemUTC())) {
      for (Decoded next = file.next(); next != null; next = file.next()) {
        span = span.with(next);
      }
    }
    return span;
  }

  private HistorySpan with(Decoded next) {
    if (!next.isAction()) {
      return new HistorySpan(records + 1, actions, first, last);
    }
    long time = next.action().timeMillis();
    return new HistorySpan(records + 1, actions + 1, Math.min(first, time), Math.max(last, time));
  }

  Instant from() {
    return Instant.ofEpochMilli(first);
  }

  Instant to() {
    return Instant.ofEpochMilli(last);
  }
}
