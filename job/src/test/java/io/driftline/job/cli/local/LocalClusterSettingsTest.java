package io.driftline.job.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.driftline.job.cli.local.LocalClusterSettings.StateBackend;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.junit.jupiter.api.Test;

class LocalClusterSettingsTest {

  @Test
  void refusesAClusterWithoutSlots() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalClusterSettings.ofSlots(0))
        .withMessage("slots must be at least 1, was 0");
  }

  @Test
  void refusesAPortThatIsNone() {
    LocalClusterSettings settings = LocalClusterSettings.ofSlots(1);

    assertThatIllegalArgumentException().isThrownBy(() -> settings.withWebPort(70_000));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.withMetricsPort(-1))
        .withMessage("metricsPort must be in [0, 65535], was -1");
  }

  @Test
  void usesTheNamesFlinkGivesToStateBackends() {
    assertThat(
            configuration(LocalClusterSettings.ofSlots(1)).get(StateBackendOptions.STATE_BACKEND))
        .isEqualTo("rocksdb");
    assertThat(
            configuration(LocalClusterSettings.ofSlots(1).withStateBackend(StateBackend.HASHMAP))
                .get(StateBackendOptions.STATE_BACKEND))
        .isEqualTo("hashmap");
  }

  @Test
  void anIntervalOfZeroSwitchesCheckpointsOff() {
    LocalClusterSettings settings =
        LocalClusterSettings.ofSlots(1).withCheckpointInterval(Duration.ZERO);

    assertThat(configuration(settings).contains(CheckpointingOptions.CHECKPOINTING_INTERVAL))
        .isFalse();
  }

  private static Configuration configuration(LocalClusterSettings settings) {
    return settings.configuration(Path.of("target"));
  }
}
