package io.driftline.job.cli.cluster;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.ResourceManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/** The {@code config.yaml} of a cluster: as in production, but quick to see that one is missing. */
final class ClusterConfiguration {

  private static final MemorySize JOB_MANAGER_MEMORY = MemorySize.ofMebiBytes(1024);
  private static final MemorySize TASK_MANAGER_MEMORY = MemorySize.ofMebiBytes(2560);

  /** State is on the heap. */
  private static final float MANAGED_MEMORY = 0.05f;

  private static final Duration HEARTBEAT = Duration.ofSeconds(1);

  /** A process that was killed is missed at once; this is for one that a busy machine holds up. */
  private static final Duration HEARTBEAT_TIMEOUT = Duration.ofSeconds(30);

  /** A dead JobManager leads until its session has ended. */
  private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(20);

  /** So long, a job waits for a slot instead of failing again and again until there is one. */
  private static final Duration WAIT_FOR_SLOTS = Duration.ofDays(1);

  private ClusterConfiguration() {}

  static Configuration of(
      ClusterSettings settings, Path folder, int webPort, int rpcPort, int zooKeeperPort) {
    Configuration configuration = new Configuration();
    addresses(configuration, webPort, rpcPort);
    configuration.set(JobManagerOptions.TOTAL_PROCESS_MEMORY, JOB_MANAGER_MEMORY);
    configuration.set(TaskManagerOptions.TOTAL_PROCESS_MEMORY, TASK_MANAGER_MEMORY);
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_FRACTION, MANAGED_MEMORY);
    configuration.set(TaskManagerOptions.NUM_TASK_SLOTS, 1);
    configuration.set(CoreOptions.TMP_DIRS, folder.resolve("tmp").toString());
    configuration.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, HEARTBEAT);
    configuration.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, HEARTBEAT_TIMEOUT);
    configuration.set(
        ResourceManagerOptions.STANDALONE_CLUSTER_STARTUP_PERIOD_TIME, WAIT_FOR_SLOTS);
    configuration.set(MetricOptions.METRIC_FETCHER_UPDATE_INTERVAL, HEARTBEAT);
    checkpointsAndRestarts(configuration, settings, folder);
    if (settings.highlyAvailable()) {
      highAvailability(configuration, folder, zooKeeperPort);
    }
    return configuration;
  }

  private static void addresses(Configuration configuration, int webPort, int rpcPort) {
    configuration.set(JobManagerOptions.ADDRESS, "localhost");
    configuration.set(JobManagerOptions.PORT, rpcPort);
    configuration.set(JobManagerOptions.BIND_HOST, "localhost");
    configuration.set(TaskManagerOptions.HOST, "localhost");
    configuration.set(TaskManagerOptions.BIND_HOST, "localhost");
    configuration.set(RestOptions.ADDRESS, "localhost");
    configuration.set(RestOptions.BIND_ADDRESS, "localhost");
    configuration.set(RestOptions.PORT, webPort);
    configuration.set(RestOptions.BIND_PORT, Integer.toString(webPort));
  }

  private static void checkpointsAndRestarts(
      Configuration configuration, ClusterSettings settings, Path folder) {
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.checkpointInterval());
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, uri(folder, "checkpoints"));
    configuration.set(CheckpointingOptions.SAVEPOINT_DIRECTORY, uri(folder, "savepoints"));
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, Integer.MAX_VALUE);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
  }

  private static void highAvailability(
      Configuration configuration, Path folder, int zooKeeperPort) {
    configuration.set(HighAvailabilityOptions.HA_MODE, "zookeeper");
    configuration.set(HighAvailabilityOptions.HA_STORAGE_PATH, uri(folder, "high-availability"));
    configuration.set(HighAvailabilityOptions.HA_ZOOKEEPER_QUORUM, "localhost:" + zooKeeperPort);
    configuration.set(HighAvailabilityOptions.ZOOKEEPER_SESSION_TIMEOUT, SESSION_TIMEOUT);
  }

  private static String uri(Path folder, String name) {
    return folder.resolve(name).toUri().toString();
  }
}
