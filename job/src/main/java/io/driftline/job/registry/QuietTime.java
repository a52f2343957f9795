package io.driftline.job.registry;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Idleness that begins with a source's partitions.
 *
 * <p>Flink asks for one generator for the source itself and one for each partition. The source's
 * own would fall idle while the partitions are still being looked up, and with it all of the
 * source: what is slow to start would count as read before its first record.
 */
final class QuietTime implements WatermarkGeneratorSupplier<RegistryRecord> {

  private static final long serialVersionUID = 1L;

  private final Duration quiet;
  private transient int generators;

  /**
   * @param quiet how long nothing must have come, more than 0
   */
  QuietTime(Duration quiet) {
    this.quiet = quiet;
  }

  @Override
  public WatermarkGenerator<RegistryRecord> createWatermarkGenerator(Context context) {
    generators++;
    WatermarkGenerator<RegistryRecord> idleness =
        WatermarkStrategy.<RegistryRecord>noWatermarks()
            .withIdleness(quiet)
            .createWatermarkGenerator(context);
    return new WatermarkGenerator<>() {
      @Override
      public void onEvent(RegistryRecord record, long timestamp, WatermarkOutput output) {
        idleness.onEvent(record, timestamp, output);
      }

      @Override
      public void onPeriodicEmit(WatermarkOutput output) {
        if (hasPartitions()) {
          idleness.onPeriodicEmit(output);
        }
      }
    };
  }

  private boolean hasPartitions() {
    return generators > 1;
  }
}
