package io.driftline.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.junit.jupiter.api.Test;
import org.rocksdb.CompressionType;

class JobDefaultsTest {

  @Test
  void fillWhatAClusterLeavesOpen() {
    Configuration cluster = new Configuration();
    cluster.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMinutes(1));
    Configuration missing = JobDefaults.missingFrom(cluster);

    assertThat(missing.get(StateBackendOptions.STATE_BACKEND)).isEqualTo("rocksdb");
    assertThat(missing.get(RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL))
        .startsWith(CompressionType.NO_COMPRESSION);
    assertThat(missing.get(ExecutionOptions.SNAPSHOT_COMPRESSION)).isTrue();
    assertThat(missing.contains(CheckpointingOptions.CHECKPOINTING_INTERVAL)).isFalse();
  }

  @Test
  void giveWayToWhatIsGiven() {
    Configuration given = new Configuration();
    given.set(StateBackendOptions.STATE_BACKEND, "hashmap");

    assertThat(JobDefaults.under(given).get(StateBackendOptions.STATE_BACKEND))
        .isEqualTo("hashmap");
    assertThat(JobDefaults.under(given).get(PipelineOptions.GENERIC_TYPES)).isFalse();
  }
}
