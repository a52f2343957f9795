package io.driftline.job.cli.forward;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** An {@link OffsetTracker} for each partition that records were read of. */
final class Offsets {

  private final Map<TopicPartition, OffsetTracker> trackers = new HashMap<>();
  private long bytes;

  void read(Delivery delivery) {
    trackers
        .computeIfAbsent(delivery.partition(), partition -> new OffsetTracker())
        .read(delivery.offset(), delivery.bytes());
    bytes += delivery.bytes();
  }

  /** Does nothing if the partition was dropped. */
  void finish(Delivery delivery) {
    OffsetTracker tracker = trackers.get(delivery.partition());
    if (tracker != null) {
      bytes -= tracker.finish(delivery.offset());
    }
  }

  /** The positions that have moved since they were last committed. */
  Map<TopicPartition, OffsetAndMetadata> toCommit() {
    Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
    trackers.forEach(
        (partition, tracker) -> {
          if (tracker.isToCommit()) {
            positions.put(partition, new OffsetAndMetadata(tracker.position()));
          }
        });
    return positions;
  }

  void committed(Map<TopicPartition, OffsetAndMetadata> positions) {
    positions.forEach(
        (partition, position) -> trackers.get(partition).committed(position.offset()));
  }

  void drop(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      OffsetTracker dropped = trackers.remove(partition);
      bytes -= dropped == null ? 0 : dropped.bytes();
    }
  }

  /** How many records of a partition were read from its oldest unfinished one on. */
  int window(TopicPartition partition) {
    OffsetTracker tracker = trackers.get(partition);
    return tracker == null ? 0 : tracker.window();
  }

  long unfinished() {
    return trackers.values().stream().mapToLong(OffsetTracker::unfinished).sum();
  }

  /** Of all records that are not finished. */
  long bytes() {
    return bytes;
  }
}
