package io.driftline.job.ingest;

import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Counts results in the group {@code activity}: {@code decoded}, {@code dead_letter}, and {@code
 * dead_letter_}<i>reason</i> for each {@link Rejection}, from zero on.
 */
final class DecodedCounters {

  private final Counter decodedCount;
  private final Counter deadLetterCount;
  private final Map<Rejection, Counter> reasonCounts = new EnumMap<>(Rejection.class);

  DecodedCounters(MetricGroup parent) {
    MetricGroup group = parent.addGroup("activity");
    decodedCount = group.counter("decoded");
    deadLetterCount = group.counter("dead_letter");
    for (Rejection reason : Rejection.values()) {
      reasonCounts.put(reason, group.counter("dead_letter_" + reason.code()));
    }
  }

  void count(Decoded decoded) {
    if (decoded.isAction()) {
      decodedCount.inc();
    } else {
      deadLetterCount.inc();
      reasonCounts.get(decoded.deadLetter().reason()).inc();
    }
  }
}
