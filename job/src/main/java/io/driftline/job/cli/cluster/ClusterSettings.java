package io.driftline.job.cli.cluster;

import java.time.Duration;
import java.util.Objects;

/**
 * What a {@link ProcessCluster} is started with.
 *
 * @param taskManagers how many, at least 1; each has one slot
 * @param highlyAvailable whether ZooKeeper keeps what another JobManager needs to take over
 * @param webPort where the web page is served; 0 for any free port
 * @param brokerPort where the broker listens; 0 for any free port
 * @param checkpointInterval between checkpoints
 * @param shortLived whether its JVMs do not optimise, which does not pay within a minute
 */
public record ClusterSettings(
    int taskManagers,
    boolean highlyAvailable,
    int webPort,
    int brokerPort,
    Duration checkpointInterval,
    boolean shortLived) {

  public ClusterSettings {
    Objects.requireNonNull(checkpointInterval, "checkpointInterval");
    if (taskManagers < 1) {
      throw new IllegalArgumentException("taskManagers must be at least 1, was " + taskManagers);
    }
    if (checkpointInterval.isNegative() || checkpointInterval.isZero()) {
      throw new IllegalArgumentException(
          "checkpointInterval must be above 0, was " + checkpointInterval);
    }
  }

  /** So many TaskManagers, high availability, a checkpoint every two seconds, any free ports. */
  public static ClusterSettings ofTaskManagers(int count) {
    return new ClusterSettings(count, true, 0, 0, Duration.ofSeconds(2), false);
  }

  /** The same with the web page and the broker there. */
  public ClusterSettings withPorts(int web, int broker) {
    return new ClusterSettings(
        taskManagers, highlyAvailable, web, broker, checkpointInterval, shortLived);
  }

  /** The same with checkpoints that often. */
  public ClusterSettings withCheckpointInterval(Duration interval) {
    return new ClusterSettings(
        taskManagers, highlyAvailable, webPort, brokerPort, interval, shortLived);
  }

  /** The same, to be used for a minute only. */
  public ClusterSettings withShortLife(boolean isShort) {
    return new ClusterSettings(
        taskManagers, highlyAvailable, webPort, brokerPort, checkpointInterval, isShort);
  }
}
