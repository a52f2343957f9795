package io.driftline.job.control;

import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Event time of a stream that says nothing about it: other inputs do not wait for it. */
final class AlwaysIdle implements WatermarkStrategy<ControlRecord> {

  private static final long serialVersionUID = 1L;

  @Override
  public WatermarkGenerator<ControlRecord> createWatermarkGenerator(
      WatermarkGeneratorSupplier.Context context) {
    return new Generator();
  }

  private static final class Generator implements WatermarkGenerator<ControlRecord> {

    @Override
    public void onEvent(ControlRecord event, long timestamp, WatermarkOutput output) {
      output.markIdle();
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      output.markIdle();
    }
  }
}
