package io.driftline.job.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.Rejection;
import io.driftline.job.ingest.SourcePosition;
import io.driftline.registry.RegistryChange;
import io.driftline.registry.RegistryChange.Subject;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

/** Of the strategies as Flink's own sources follow them. */
class RegistryTimeTest {

  private static final Duration QUIET = Duration.ofSeconds(3);
  private static final RegistryRecord RECORD =
      RegistryRecord.of(RegistryChange.removal(Subject.AGENT, "a", 5));

  @Test
  void eventTimeWaitsWhilePartitionsAreLookedUp() {
    SourceTime<RegistryRecord> source = new SourceTime<>(RegistryTime.heldUntilQuiet(QUIET));
    source.pass(600);
    assertThat(source.isIdle()).isFalse();
    source.addPartition("0");
    source.pass(2);
    assertThat(source.isIdle()).isFalse();
    source.pass(3);
    assertThat(source.isIdle()).isTrue();
  }

  @Test
  void eventTimeWaitsWhileTheRegistryIsRead() {
    SourceTime<RegistryRecord> source = withTwoPartitions(RegistryTime.heldUntilQuiet(QUIET));
    read(source, "1", 20);
    assertThat(source.isIdle()).isFalse();
    source.pass(5);
    assertThat(source.isIdle()).isTrue();
  }

  @Test
  void onceItWasQuietNothingWaitsForItAgain() {
    SourceTime<RegistryRecord> source = withTwoPartitions(RegistryTime.heldUntilQuiet(QUIET));
    source.pass(6);
    read(source, "0", 20);
    assertThat(source.isIdle()).isTrue();
    assertThat(source.watermarks()).isEmpty();
  }

  @Test
  void whatIsNeverQuietHoldsEventTimeForTenTimesAsLong() {
    SourceTime<RegistryRecord> source = withTwoPartitions(RegistryTime.heldUntilQuiet(QUIET));
    read(source, "0", 29);
    assertThat(source.isIdle()).isFalse();
    read(source, "0", 2);
    assertThat(source.isIdle()).isTrue();
  }

  @Test
  void aBoundedOneIsWaitedForHoweverLongItTakes() {
    SourceTime<RegistryRecord> source = withTwoPartitions(RegistryTime.heldToTheEnd());
    source.pass(6_000);
    assertThat(source.isIdle()).isFalse();
    assertThat(source.watermarks()).isEmpty();
  }

  @Test
  void aRecordBearsTheTimeFromWhichItHolds() {
    TimestampAssigner<RegistryRecord> assigner =
        RegistryTime.heldUntilQuiet(QUIET).createTimestampAssigner(UnregisteredMetricsGroup::new);
    RegistryRecord refused =
        RegistryRecord.of(
            DeadLetter.of(Rejection.EMPTY, "empty", SourcePosition.inFile("f", 1), new byte[0]));
    assertThat(assigner.extractTimestamp(RECORD, 7)).isEqualTo(5);
    assertThat(assigner.extractTimestamp(refused, 7)).isEqualTo(TimestampAssigner.NO_TIMESTAMP);
  }

  private static SourceTime<RegistryRecord> withTwoPartitions(
      WatermarkStrategy<RegistryRecord> strategy) {
    SourceTime<RegistryRecord> source = new SourceTime<>(strategy);
    List.of("0", "1").forEach(source::addPartition);
    return source;
  }

  /** A record each second from one partition, and none from the other. */
  private static void read(SourceTime<RegistryRecord> source, String partition, int seconds) {
    for (int second = 0; second < seconds; second++) {
      source.read(partition, RECORD);
      source.pass(1);
    }
  }
}
