package io.driftline.job.cli.local;

import io.driftline.job.JobDefaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.metrics.prometheus.PrometheusReporterFactory;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;

/**
 * What a {@link LocalCluster} is started with.
 *
 * @param slots how many parallel subtasks fit, at least 1
 * @param webPort where the web page is served; 0 for any free port
 * @param metricsPort where metrics are told to Prometheus; {@link #NO_METRICS} for nowhere
 * @param stateBackend where keyed state lives
 * @param checkpointInterval between checkpoints; {@link Duration#ZERO} for none
 */
public record LocalClusterSettings(
    int slots,
    int webPort,
    int metricsPort,
    StateBackend stateBackend,
    Duration checkpointInterval) {

  /** No port for metrics. */
  public static final int NO_METRICS = 0;

  private static final String REPORTER = "metrics.reporter.prometheus.";
  private static final MemorySize MANAGED_MEMORY = MemorySize.ofMebiBytes(256);
  private static final MemorySize NETWORK_MEMORY = MemorySize.ofMebiBytes(128);

  /** Where keyed state lives; the name is Flink's own. */
  public enum StateBackend {
    HASHMAP("hashmap"),
    ROCKSDB("rocksdb");

    private final String option;

    StateBackend(String option) {
      this.option = option;
    }
  }

  public LocalClusterSettings {
    Objects.requireNonNull(stateBackend, "stateBackend");
    Objects.requireNonNull(checkpointInterval, "checkpointInterval");
    if (slots < 1) {
      throw new IllegalArgumentException("slots must be at least 1, was " + slots);
    }
    requirePort("webPort", webPort);
    requirePort("metricsPort", metricsPort);
  }

  private static void requirePort(String name, int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(name + " must be in [0, 65535], was " + port);
    }
  }

  /** RocksDB, a checkpoint every two seconds, any free port. */
  public static LocalClusterSettings ofSlots(int slots) {
    return new LocalClusterSettings(
        slots, 0, NO_METRICS, StateBackend.ROCKSDB, Duration.ofSeconds(2));
  }

  /** The same with the web page on this port. */
  public LocalClusterSettings withWebPort(int port) {
    return new LocalClusterSettings(slots, port, metricsPort, stateBackend, checkpointInterval);
  }

  /** The same with metrics for Prometheus there. */
  public LocalClusterSettings withMetricsPort(int port) {
    return new LocalClusterSettings(slots, webPort, port, stateBackend, checkpointInterval);
  }

  /** The same with keyed state there. */
  public LocalClusterSettings withStateBackend(StateBackend backend) {
    return new LocalClusterSettings(slots, webPort, metricsPort, backend, checkpointInterval);
  }

  /** The same with checkpoints that often. */
  public LocalClusterSettings withCheckpointInterval(Duration interval) {
    return new LocalClusterSettings(slots, webPort, metricsPort, stateBackend, interval);
  }

  Configuration configuration(Path folder) {
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.ADDRESS, "localhost");
    configuration.set(RestOptions.BIND_ADDRESS, "localhost");
    configuration.set(RestOptions.BIND_PORT, Integer.toString(webPort));
    configuration.set(WebOptions.SUBMIT_ENABLE, false);
    configuration.set(CoreOptions.DEFAULT_PARALLELISM, slots);
    configuration.set(CoreOptions.TMP_DIRS, folder.toString());
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED_MEMORY);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK_MEMORY);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK_MEMORY);
    stateAndCheckpoints(configuration, folder);
    if (metricsPort != NO_METRICS) {
      metrics(configuration);
    }
    return configuration;
  }

  private void metrics(Configuration configuration) {
    configuration.setString(REPORTER + "factory.class", PrometheusReporterFactory.class.getName());
    configuration.setString(REPORTER + "port", Integer.toString(metricsPort));
    configuration.setString(REPORTER + "filterLabelValueCharacters", "false");
  }

  private void stateAndCheckpoints(Configuration configuration, Path folder) {
    configuration.set(StateBackendOptions.STATE_BACKEND, stateBackend.option);
    configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    configuration.set(
        RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL, JobDefaults.COMPRESSION_PER_LEVEL);
    configuration.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        folder.resolve("checkpoints").toUri().toString());
    configuration.set(
        CheckpointingOptions.SAVEPOINT_DIRECTORY, folder.resolve("savepoints").toUri().toString());
    if (!checkpointInterval.isZero()) {
      configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointInterval);
    }
  }
}
