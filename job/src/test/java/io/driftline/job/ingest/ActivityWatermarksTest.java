package io.driftline.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

class ActivityWatermarksTest {

  private static final Decoded ACTION = Decoded.of(Samples.minimalAction());
  private static final Decoded DEAD = Decoded.of(Samples.deadLetter());
  private static final long TIME = Samples.minimalAction().timeMillis();

  private final ManualClock clock = new ManualClock();
  private final Recorder output = new Recorder();
  private final WatermarkGenerator<Decoded> generator =
      ActivityWatermarks.of(Duration.ofSeconds(5), Duration.ofSeconds(30))
          .createWatermarkGenerator(new Context(clock));

  @Test
  void followsTheNewestActionByTheOutOfOrderness() {
    generator.onEvent(ACTION, TIME, output);
    generator.onEvent(ACTION, TIME - 60_000, output);
    generator.onPeriodicEmit(output);
    assertThat(output.events).containsOnly("watermark " + (TIME - 5001));
  }

  @Test
  void doesNotWaitForTheNextEmissionWhenEventTimeLeapsAMinute() {
    generator.onEvent(ACTION, TIME, output);
    generator.onEvent(ACTION, TIME + 59_999, output);
    assertThat(output.events).containsExactly("watermark " + (TIME - 5001));

    generator.onEvent(ACTION, TIME + 60_000, output);
    assertThat(output.events)
        .containsExactly("watermark " + (TIME - 5001), "watermark " + (TIME + 60_000 - 5001));
  }

  @Test
  void aDeadLetterDoesNotMoveTheWatermark() {
    generator.onEvent(ACTION, TIME, output);
    generator.onEvent(DEAD, TIME + 1_000_000, output);
    generator.onPeriodicEmit(output);
    assertThat(output.events).containsOnly("watermark " + (TIME - 5001));
  }

  @Test
  void aPartitionOfDeadLettersOnlyGoesIdle() {
    output.events.clear();
    for (int second = 0; second < 61; second++) {
      generator.onEvent(DEAD, Long.MIN_VALUE, output);
      generator.onPeriodicEmit(output);
      clock.advanceTime(Duration.ofSeconds(1));
    }
    assertThat(output.events).contains("idle");
  }

  @Test
  void takesTheTimeOfTheActionAndNoneForADeadLetter() {
    TimestampAssigner<Decoded> assigner =
        ActivityWatermarks.of(Duration.ZERO, Duration.ofSeconds(1))
            .createTimestampAssigner(UnregisteredMetricsGroup::new);
    assertThat(assigner.extractTimestamp(ACTION, 7)).isEqualTo(TIME);
    assertThat(assigner.extractTimestamp(DEAD, 7)).isEqualTo(TimestampAssigner.NO_TIMESTAMP);
  }

  @Test
  void refusesDurationsThatMakeNoSense() {
    assertThatThrownBy(() -> ActivityWatermarks.of(Duration.ofSeconds(-1), Duration.ofSeconds(1)))
        .hasMessageContaining("out-of-orderness is negative");
    assertThatThrownBy(() -> ActivityWatermarks.of(Duration.ZERO, Duration.ZERO))
        .hasMessageContaining("idleness is not positive");
  }

  private record Context(RelativeClock getInputActivityClock)
      implements WatermarkGeneratorSupplier.Context {

    @Override
    public MetricGroup getMetricGroup() {
      return new UnregisteredMetricsGroup();
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
