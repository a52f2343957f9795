package io.driftline.job.registry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.runtime.metrics.groups.UnregisteredMetricGroups;
import org.apache.flink.streaming.api.operators.source.TimestampsAndWatermarks;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.io.PushingAsyncDataInput.DataOutput;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.clock.ManualClock;

/** Event time of a source with partitions, by the code that Flink's sources use. */
final class SourceTime<T> {

  private final ManualClock clock = new ManualClock();
  private final Downstream<T> downstream = new Downstream<>();
  private final Map<String, SourceOutput<T>> partitions = new HashMap<>();
  private final TimestampsAndWatermarks<T> logic;
  private final ReaderOutput<T> source;

  SourceTime(WatermarkStrategy<T> strategy) {
    logic =
        TimestampsAndWatermarks.createProgressiveEventTimeLogic(
            strategy,
            new UnregisteredMetricsGroup(),
            new TestProcessingTimeService(),
            Duration.ofMillis(200).toMillis(),
            clock,
            clock,
            UnregisteredMetricGroups.createUnregisteredTaskMetricGroup().getIOMetricGroup());
    source = logic.createMainOutput(downstream, new Unaligned());
  }

  void addPartition(String id) {
    partitions.put(id, source.createOutputForSplit(id));
  }

  void read(String partition, T element) {
    partitions.get(partition).collect(element, 0);
  }

  /** So many seconds go by. */
  void pass(int seconds) {
    for (int second = 0; second < seconds; second++) {
      logic.emitImmediateWatermark(0);
      clock.advanceTime(Duration.ofSeconds(1));
    }
  }

  boolean isIdle() {
    return downstream.status.isIdle();
  }

  List<Long> watermarks() {
    return downstream.watermarks;
  }

  private static final class Unaligned implements TimestampsAndWatermarks.WatermarkUpdateListener {
    @Override
    public void updateIdle(boolean isIdle) {}

    @Override
    public void updateCurrentEffectiveWatermark(long watermark) {}

    @Override
    public void updateCurrentSplitWatermark(String splitId, long watermark) {}

    @Override
    public void updateCurrentSplitIdle(String splitId, boolean idle) {}

    @Override
    public void splitFinished(String splitId) {}
  }

  private static final class Downstream<T> implements DataOutput<T> {

    private final List<Long> watermarks = new ArrayList<>();
    private WatermarkStatus status = WatermarkStatus.ACTIVE;

    @Override
    public void emitRecord(StreamRecord<T> record) {}

    @Override
    public void emitWatermark(Watermark watermark) {
      watermarks.add(watermark.getTimestamp());
    }

    @Override
    public void emitWatermark(WatermarkEvent watermark) {}

    @Override
    public void emitWatermarkStatus(WatermarkStatus watermarkStatus) {
      status = watermarkStatus;
    }

    @Override
    public void emitLatencyMarker(LatencyMarker latencyMarker) {}

    @Override
    public void emitRecordAttributes(RecordAttributes recordAttributes) {}
  }
}
