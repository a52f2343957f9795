package io.driftline.job.ingest;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.BoundedOutOfOrdernessWatermarks;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.eventtime.WatermarksWithIdleness;
import org.apache.flink.util.Preconditions;

/**
 * Event time of decoded records.
 *
 * <p>A dead letter carries no time. It neither moves the watermark nor counts as activity: a
 * partition that brings nothing else goes idle instead of holding event time back for ever. An
 * event dated far ahead cannot push the watermark, as the decoder has refused it.
 */
public final class ActivityWatermarks implements WatermarkStrategy<Decoded> {

  private static final long serialVersionUID = 1L;

  private final Duration outOfOrderness;
  private final Duration idleness;

  private ActivityWatermarks(Duration outOfOrderness, Duration idleness) {
    Preconditions.checkArgument(
        !outOfOrderness.isNegative(), "out-of-orderness is negative: %s", outOfOrderness);
    Preconditions.checkArgument(
        !idleness.isNegative() && !idleness.isZero(), "idleness is not positive: %s", idleness);
    this.outOfOrderness = outOfOrderness;
    this.idleness = idleness;
  }

  /**
   * The strategy for one stream of activity.
   *
   * @param outOfOrderness how far an event may lag behind the newest one seen, at least 0
   * @param idleness after how long without events a partition no longer holds event time back, more
   *     than 0
   */
  public static WatermarkStrategy<Decoded> of(Duration outOfOrderness, Duration idleness) {
    return new ActivityWatermarks(outOfOrderness, idleness);
  }

  @Override
  public TimestampAssigner<Decoded> createTimestampAssigner(
      TimestampAssignerSupplier.Context context) {
    return (decoded, ignored) ->
        decoded.isAction() ? decoded.action().timeMillis() : TimestampAssigner.NO_TIMESTAMP;
  }

  @Override
  public WatermarkGenerator<Decoded> createWatermarkGenerator(
      WatermarkGeneratorSupplier.Context context) {
    return new ActionsOnly(
        new WatermarksWithIdleness<>(
            new BoundedOutOfOrdernessWatermarks<>(outOfOrderness),
            idleness,
            context.getInputActivityClock()));
  }

  /**
   * Hides dead letters from a generator, and does not wait for the next periodic emission when
   * event time leaps ahead: replaying history would otherwise pile up hours of it between two
   * watermarks.
   */
  private static final class ActionsOnly implements WatermarkGenerator<Decoded> {

    private static final long LEAP_MILLIS = 60_000;

    private final WatermarkGenerator<Decoded> generator;
    private long emittedAt = Long.MIN_VALUE;

    ActionsOnly(WatermarkGenerator<Decoded> generator) {
      this.generator = generator;
    }

    @Override
    public void onEvent(Decoded decoded, long timestamp, WatermarkOutput output) {
      if (!decoded.isAction()) {
        return;
      }
      generator.onEvent(decoded, timestamp, output);
      if (emittedAt == Long.MIN_VALUE || timestamp >= emittedAt + LEAP_MILLIS) {
        emittedAt = timestamp;
        generator.onPeriodicEmit(output);
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      generator.onPeriodicEmit(output);
    }
  }
}
