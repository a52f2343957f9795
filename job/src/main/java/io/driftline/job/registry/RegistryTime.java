package io.driftline.job.registry;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Event time of the registry. Each record bears the time from which it holds, yet none moves event
 * time: the order of the records says nothing about what is still to come, and a change announced
 * for next year must not end this one.
 */
final class RegistryTime {

  private RegistryTime() {}

  /** Holds all event time back to the end of the input. */
  static WatermarkStrategy<RegistryRecord> heldToTheEnd() {
    return WatermarkStrategy.<RegistryRecord>noWatermarks()
        .withTimestampAssigner((record, ignored) -> time(record));
  }

  /**
   * Holds all event time back until nothing has come from any partition for a while, so that what
   * the registry says is known before anything is judged by it; from then on nothing waits for it.
   * Time in which the partitions are still being looked up does not count. What is never quiet
   * holds event time back for ten times that long.
   *
   * @param quiet how long nothing must have come, more than 0
   */
  static WatermarkStrategy<RegistryRecord> heldUntilQuiet(Duration quiet) {
    return WatermarkStrategy.forGenerator(new QuietTime(quiet))
        .withTimestampAssigner((record, ignored) -> time(record));
  }

  private static long time(RegistryRecord record) {
    return record.change() == null ? TimestampAssigner.NO_TIMESTAMP : record.change().time();
  }
}
