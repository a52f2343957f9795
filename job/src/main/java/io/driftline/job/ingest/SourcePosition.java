package io.driftline.job.ingest;

import java.util.Objects;

/**
 * Where a record was read.
 *
 * @param source topic, or path of the file
 * @param partition the topic's partition, or {@link #NO_PARTITION} for a file
 * @param offset offset in the partition from 0, or line number in the file from 1
 */
public record SourcePosition(String source, int partition, long offset) {

  /** The partition of a record that was read from a file. */
  public static final int NO_PARTITION = -1;

  public SourcePosition {
    Objects.requireNonNull(source, "source");
  }

  /** The place of a Kafka record. */
  public static SourcePosition inTopic(String topic, int partition, long offset) {
    return new SourcePosition(topic, partition, offset);
  }

  /** The place of a line, counted from 1. */
  public static SourcePosition inFile(String path, long line) {
    return new SourcePosition(path, NO_PARTITION, line);
  }

  /** Whether the record came from a partitioned topic. */
  public boolean hasPartition() {
    return partition != NO_PARTITION;
  }
}
