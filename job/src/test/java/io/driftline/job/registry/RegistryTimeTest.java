package io.driftline.job.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.Rejection;
import io.driftline.job.ingest.SourcePosition;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.RegistryChange.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

class RegistryTimeTest {

  private static final RegistryRecord RECORD =
      RegistryRecord.of(RegistryChange.removal(Subject.AGENT, "a", 5));

  private final ManualClock clock = new ManualClock();
  private final Recorder output = new Recorder();

  @Test
  void eventTimeWaitsWhilePartitionsAreLookedUp() {
    WatermarkStrategy<RegistryRecord> strategy = RegistryTime.heldUntilQuiet(Duration.ofSeconds(3));
    WatermarkGenerator<RegistryRecord> source = generator(strategy);
    pass(source, 600);
    assertThat(output.events).isEmpty();
    WatermarkGenerator<RegistryRecord> partition = generator(strategy);
    pass(partition, 3);
    assertThat(output.events).isEmpty();
    pass(partition, 3);
    assertThat(output.events).containsExactly("idle");
  }

  @Test
  void eventTimeWaitsWhileTheRegistryIsRead() {
    WatermarkGenerator<RegistryRecord> generator = partition();
    read(generator, 60);
    assertThat(output.events).isEmpty();
  }

  @Test
  void onceItWasQuietNothingWaitsForItAgain() {
    WatermarkGenerator<RegistryRecord> generator = partition();
    read(generator, 2);
    pass(generator, 6);
    read(generator, 6);
    assertThat(output.events).containsExactly("idle");
  }

  @Test
  void aBoundedOneIsWaitedForHoweverLongItTakes() {
    WatermarkGenerator<RegistryRecord> generator = generator(RegistryTime.heldToTheEnd());
    pass(generator, 600);
    assertThat(output.events).isEmpty();
  }

  @Test
  void aRecordBearsTheTimeFromWhichItHolds() {
    TimestampAssigner<RegistryRecord> assigner =
        RegistryTime.heldUntilQuiet(Duration.ofSeconds(3))
            .createTimestampAssigner(UnregisteredMetricsGroup::new);
    RegistryRecord refused =
        RegistryRecord.of(
            DeadLetter.of(Rejection.EMPTY, "empty", SourcePosition.inFile("f", 1), new byte[0]));
    assertThat(assigner.extractTimestamp(RECORD, 7)).isEqualTo(5);
    assertThat(assigner.extractTimestamp(refused, 7)).isEqualTo(TimestampAssigner.NO_TIMESTAMP);
  }

  private WatermarkGenerator<RegistryRecord> partition() {
    WatermarkStrategy<RegistryRecord> strategy = RegistryTime.heldUntilQuiet(Duration.ofSeconds(3));
    generator(strategy);
    return generator(strategy);
  }

  private WatermarkGenerator<RegistryRecord> generator(WatermarkStrategy<RegistryRecord> strategy) {
    return strategy.createWatermarkGenerator(new Context(clock));
  }

  private void read(WatermarkGenerator<RegistryRecord> generator, int seconds) {
    for (int second = 0; second < seconds; second++) {
      generator.onEvent(RECORD, 5, output);
      pass(generator, 1);
    }
  }

  private void pass(WatermarkGenerator<RegistryRecord> generator, int seconds) {
    for (int second = 0; second < seconds; second++) {
      generator.onPeriodicEmit(output);
      clock.advanceTime(Duration.ofSeconds(1));
    }
  }

  private record Context(RelativeClock clock) implements WatermarkGeneratorSupplier.Context {

    @Override
    public MetricGroup getMetricGroup() {
      return new UnregisteredMetricsGroup();
    }

    @Override
    public RelativeClock getInputActivityClock() {
      return clock;
    }
  }

  private static final class Recorder implements WatermarkOutput {
    private final List<String> events = new ArrayList<>();

    @Override
    public void emitWatermark(Watermark watermark) {
      events.add("watermark " + watermark.getTimestamp());
    }

    @Override
    public void markIdle() {
      events.add("idle");
    }

    @Override
    public void markActive() {
      events.add("active");
    }
  }
}
