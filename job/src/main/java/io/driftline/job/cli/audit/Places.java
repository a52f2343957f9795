package io.driftline.job.cli.audit;

import io.driftline.job.ingest.SourcePosition;

/** Positions for people. */
final class Places {

  private Places() {}

  /** For example {@code trail.jsonl, line 17}. */
  static String of(SourcePosition position) {
    return position.hasPartition()
        ? "%s, partition %d, offset %d"
            .formatted(position.source(), position.partition(), position.offset())
        : "%s, line %d".formatted(position.source(), position.offset());
  }
}
