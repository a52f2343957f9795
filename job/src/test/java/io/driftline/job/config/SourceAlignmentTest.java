package io.driftline.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.state.Ordering;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

class SourceAlignmentTest {

  @Test
  void activityWaitsForTheRegistryIfNothingCouldBeJudgedBefore() {
    assertThat(isAligned(options(Ordering.EVENT_TIME).set(DriftlineOptions.AGENTS_TOPIC, "a")))
        .isTrue();
    assertThat(isAligned(options(Ordering.EVENT_TIME).set(DriftlineOptions.PEOPLE_TOPIC, "p")))
        .isTrue();
  }

  @Test
  void inOrderOfArrivalNothingWaits() {
    assertThat(isAligned(options(Ordering.ARRIVAL).set(DriftlineOptions.AGENTS_TOPIC, "a")))
        .isFalse();
  }

  @Test
  void withoutARegistryNothingWaits() {
    assertThat(isAligned(options(Ordering.EVENT_TIME))).isFalse();
  }

  private static Configuration options(Ordering order) {
    return new Configuration().set(DriftlineOptions.ORDER, order);
  }

  private static boolean isAligned(Configuration config) {
    return SourceAlignment.of(WatermarkStrategy.<String>noWatermarks(), config)
        .getAlignmentParameters()
        .isEnabled();
  }
}
