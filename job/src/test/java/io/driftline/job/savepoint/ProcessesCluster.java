package io.driftline.job.savepoint;

import io.driftline.job.cli.cluster.ClusterSettings;
import io.driftline.job.cli.cluster.ProcessCluster;
import io.driftline.job.cli.cluster.RunningJob;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.Admin;

/** Broker and cluster as processes of their own, to which the job's jar is submitted. */
final class ProcessesCluster implements GoldenCluster {

  private final ProcessCluster cluster;
  private RunningJob job;

  private ProcessesCluster(ProcessCluster cluster) {
    this.cluster = cluster;
  }

  static ProcessesCluster of(int taskManagers, Duration checkpointInterval) throws Exception {
    return new ProcessesCluster(
        ProcessCluster.start(
            ClusterSettings.ofTaskManagers(taskManagers)
                .withCheckpointInterval(checkpointInterval)));
  }

  @Override
  public String brokers() {
    return cluster.broker().bootstrapServers();
  }

  @Override
  public Admin admin() {
    return cluster.broker().admin();
  }

  @Override
  public void createTopic(String name, int partitions, Map<String, String> config)
      throws Exception {
    cluster.broker().createTopic(name, partitions, config);
  }

  @Override
  public void start(Configuration options, Path savepoint) throws Exception {
    String from = savepoint == null ? null : savepoint.toUri().toString();
    job = cluster.submit(cluster.submission(options).from(from));
  }

  @Override
  public Duration rest() {
    return Duration.ofSeconds(20);
  }

  @Override
  public void requireNotFailed() throws Exception {
    String failure = job.lastFailure();
    if (!failure.isEmpty()) {
      throw new IllegalStateException(failure);
    }
  }

  /** The savepoint is where the cluster keeps them. */
  @Override
  public Path stop(Path folder) throws Exception {
    return Path.of(URI.create(job.stop()));
  }

  @Override
  public void close() {
    cluster.close();
  }
}
