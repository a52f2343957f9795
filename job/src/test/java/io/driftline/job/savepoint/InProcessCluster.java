package io.driftline.job.savepoint;

import io.driftline.job.AgentAnomalyJob;
import io.driftline.job.JobDefaults;
import io.driftline.job.cli.local.EmbeddedBroker;
import io.driftline.job.cli.local.JobEnd;
import io.driftline.job.cli.local.LocalCluster;
import io.driftline.job.cli.local.LocalClusterSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;

/** Broker and cluster in this process; the job fails for good if it fails. */
final class InProcessCluster implements GoldenCluster {

  private final EmbeddedBroker broker;
  private final LocalCluster cluster;
  private JobClient job;
  private JobEnd ended;

  private InProcessCluster(EmbeddedBroker broker, LocalCluster cluster) {
    this.broker = broker;
    this.cluster = cluster;
  }

  static InProcessCluster of(int slots) throws Exception {
    return new InProcessCluster(
        EmbeddedBroker.start(),
        LocalCluster.start(
            LocalClusterSettings.ofSlots(slots).withCheckpointInterval(Duration.ofMillis(300))));
  }

  @Override
  public String brokers() {
    return broker.bootstrapServers();
  }

  @Override
  public Admin admin() {
    return broker.admin();
  }

  @Override
  public void createTopic(String name, int partitions, Map<String, String> config) {
    broker.createTopic(name, partitions, config);
  }

  @Override
  public void start(Configuration options, Path savepoint) throws Exception {
    Configuration more =
        JobDefaults.under(new Configuration().set(RestartStrategyOptions.RESTART_STRATEGY, "none"));
    more.removeConfig(CheckpointingOptions.CHECKPOINTING_INTERVAL);
    if (savepoint != null) {
      more.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
    }
    StreamExecutionEnvironment env = cluster.environment(more);
    AgentAnomalyJob.defineWorkflow(env, options);
    job = env.executeAsync("golden");
    ended = JobEnd.of(job);
  }

  @Override
  public Duration rest() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void requireNotFailed() throws InterruptedException {
    ended.requireRunning();
  }

  @Override
  public Path stop(Path folder) throws Exception {
    return stop(false, folder);
  }

  /** Ends the job as if there came nothing any more. */
  void drain(Path folder) throws Exception {
    Path unused = stop(true, folder);
  }

  private Path stop(boolean drain, Path folder) throws Exception {
    String savepoint =
        job.stopWithSavepoint(drain, folder.toUri().toString(), SavepointFormatType.CANONICAL)
            .get();
    ended.await();
    return Path.of(URI.create(savepoint));
  }

  @Override
  public void close() {
    cluster.close();
    broker.close();
  }
}
