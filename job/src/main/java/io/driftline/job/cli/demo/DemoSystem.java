package io.driftline.job.cli.demo;

import io.driftline.job.AgentAnomalyJob;
import io.driftline.job.JobDefaults;
import io.driftline.job.cli.ActivityProducer;
import io.driftline.job.cli.local.EmbeddedBroker;
import io.driftline.job.cli.local.JobEnd;
import io.driftline.job.cli.local.LocalCluster;
import io.driftline.job.cli.local.LocalClusterSettings;
import io.driftline.job.cli.simulation.SimulationFiles;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.OutputTopics;
import io.driftline.registry.AgentRecord;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** A broker, a cluster and the job between its topics, all in this process. */
final class DemoSystem implements AutoCloseable {

  private static final int PARALLELISM = 2;

  /** Output becomes visible with a checkpoint: the demo is about what is seen soon. */
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(1);

  private static final double TRAINING_GROWTH = 2;

  private static final Map<String, String> KEEP = Map.of("retention.ms", "-1");

  private final EmbeddedBroker broker;
  private final LocalCluster cluster;
  private final Configuration config;
  private final JobClient job;
  private final JobEnd ended;
  private final Admin admin;

  private DemoSystem(
      EmbeddedBroker broker, LocalCluster cluster, Configuration config, JobClient job) {
    this.broker = broker;
    this.cluster = cluster;
    this.config = config;
    this.job = job;
    this.ended = JobEnd.of(job);
    this.admin = broker.admin();
  }

  /** Starts it all; {@code registry} is what the job is told about the agents. */
  static DemoSystem start(int webPort, List<AgentRecord> registry) throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.start();
    try {
      Configuration config = configuration(broker.bootstrapServers());
      createTopics(broker, config);
      return start(broker, webPort, config, registry);
    } catch (Exception e) {
      broker.close();
      throw e;
    }
  }

  private static DemoSystem start(
      EmbeddedBroker broker, int webPort, Configuration config, List<AgentRecord> registry)
      throws Exception {
    LocalCluster cluster =
        LocalCluster.start(LocalClusterSettings.ofSlots(PARALLELISM).withWebPort(webPort));
    try {
      return new DemoSystem(broker, cluster, config, submit(cluster, config, registry));
    } catch (Exception e) {
      cluster.close();
      throw e;
    }
  }

  /** Days pass in seconds here: what is done so often per day must be done less often. */
  private static Configuration configuration(String bootstrapServers) {
    Configuration config = new Configuration();
    config.set(DriftlineOptions.BOOTSTRAP_SERVERS, bootstrapServers);
    config.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
    // A job that fails over and over would look like one that is slow.
    config.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    config.set(DriftlineOptions.COHORT_INTERVAL, Duration.ofHours(1));
    config.set(DriftlineOptions.TRAINING_INTERVAL, Duration.ofHours(1));
    config.set(DriftlineOptions.TRAINING_GROWTH, TRAINING_GROWTH);
    config.set(DriftlineOptions.TRAINING_MAX_AGE, Duration.ofDays(2));
    return config;
  }

  private static void createTopics(EmbeddedBroker broker, Configuration config) {
    broker.createTopic(activityTopic(config), PARALLELISM, KEEP);
    OutputTopics.of(config).all().forEach(topic -> broker.createTopic(topic, 1, KEEP));
  }

  private static String activityTopic(Configuration config) {
    return config.get(DriftlineOptions.ACTIVITY_TOPICS).get(0);
  }

  /** The registry is read while the job is defined, so its file need not stay. */
  private static JobClient submit(
      LocalCluster cluster, Configuration config, List<AgentRecord> registry) throws Exception {
    Path file = Files.createTempFile("driftline-registry-", ".jsonl");
    try {
      SimulationFiles.writeRegistry(file, registry);
      config.set(DriftlineOptions.REGISTRY, file.toString());
      StreamExecutionEnvironment env = cluster.environment(JobDefaults.under(config));
      AgentAnomalyJob.defineWorkflow(env, config);
      return env.executeAsync("driftline demo");
    } finally {
      Files.delete(file);
    }
  }

  URI webPage() {
    return cluster.webPage();
  }

  /** A producer for what the agents do; the caller closes it. */
  ActivityProducer producer() {
    return new ActivityProducer(broker.bootstrapServers(), activityTopic(config));
  }

  /** What the job raises; the caller closes it. */
  KafkaAnomalyFeed anomalies() {
    return new KafkaAnomalyFeed(broker.bootstrapServers(), OutputTopics.of(config).anomalies());
  }

  /**
   * How many actions the job has dealt with, by its last checkpoint.
   *
   * @throws IllegalStateException if the job has ended
   */
  long processed() throws Exception {
    ended.requireRunning();
    Map<?, OffsetAndMetadata> offsets =
        admin
            .listConsumerGroupOffsets(config.get(DriftlineOptions.GROUP))
            .partitionsToOffsetAndMetadata()
            .get();
    return offsets.values().stream().mapToLong(OffsetAndMetadata::offset).sum();
  }

  /** Ends the job; all it has raised is committed when this returns. */
  void stopJob() throws Exception {
    job.stopWithSavepoint(false, null, SavepointFormatType.NATIVE).get();
    ended.await();
  }

  @Override
  public void close() throws IOException {
    try (broker;
        cluster) {
      admin.close();
    }
  }
}
