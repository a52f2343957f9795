package io.driftline.job.registry;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.NoWatermarksGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarksWithIdleness;
import org.apache.flink.util.clock.RelativeClock;

/**
 * Idleness of a source's partitions that bear no watermarks: once all were quiet, or the longest
 * time is over, the source is idle for good.
 *
 * <p>{@code withIdleness} would not do. Flink asks for one generator for the source itself, and
 * then for one for each partition. The source's own never sees a record, and is idle when its time
 * is over; partitions that have not yet borne a watermark do not count against it. So the source
 * would be idle a fixed time after its start, however much there were to read.
 */
final class QuietTime implements WatermarkGeneratorSupplier<RegistryRecord> {

  private static final long serialVersionUID = 1L;

  /** What changes all the time is never quiet, and must not hold event time for ever. */
  private static final int LONGEST = 10;

  private final Duration quiet;
  private transient boolean hasSource;

  /**
   * @param quiet how long nothing must have come, more than 0
   */
  QuietTime(Duration quiet) {
    this.quiet = quiet;
  }

  @Override
  public WatermarkGenerator<RegistryRecord> createWatermarkGenerator(Context context) {
    if (!hasSource) {
      hasSource = true;
      return new NoWatermarksGenerator<>();
    }
    return new OfPartition(quiet, context.getInputActivityClock());
  }

  private static final class OfPartition implements WatermarkGenerator<RegistryRecord> {

    private final WatermarkGenerator<RegistryRecord> idleness;
    private final RelativeClock clock;
    private final long end;

    OfPartition(Duration quiet, RelativeClock clock) {
      this.idleness = new WatermarksWithIdleness<>(new NoWatermarksGenerator<>(), quiet, clock);
      this.clock = clock;
      this.end = clock.relativeTimeNanos() + quiet.multipliedBy(LONGEST).toNanos();
    }

    @Override
    public void onEvent(RegistryRecord record, long timestamp, WatermarkOutput output) {
      idleness.onEvent(record, timestamp, output);
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      idleness.onPeriodicEmit(output);
      if (clock.relativeTimeNanos() - end >= 0) {
        output.markIdle();
      }
    }
  }
}
