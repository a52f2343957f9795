package io.driftline.job.cli.cluster;

import io.driftline.job.cli.CtrlC;
import io.driftline.job.cli.DurationOption;
import io.driftline.job.cli.JobOptions;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.topic.JobTopics;
import io.driftline.job.topic.KafkaCheck;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code driftline cluster}. */
@Command(
    name = "cluster",
    description = {
      "Run the job on a cluster of processes on this machine, until Ctrl-C.",
      "",
      "Starts a Kafka broker, ZooKeeper, a JobManager and TaskManagers, each a JVM of its own, creates"
          + " the topics and submits the job's jar, as to any cluster. Nothing is left behind. To see"
          + " how it takes it, kill any of them.",
      ""
    })
public final class ClusterCommand implements Callable<Integer> {

  private static final int PARTITIONS = 4;

  private static final Map<String, String> KEPT = Map.of("retention.ms", "-1");

  private static final List<ConfigOption<String>> COMPACTED_INPUTS =
      List.of(DriftlineOptions.AGENTS_TOPIC, DriftlineOptions.PEOPLE_TOPIC);

  @Option(
      names = "--task-managers",
      defaultValue = "2",
      paramLabel = "N",
      description = "processes that do the work (default: ${DEFAULT-VALUE})")
  private int taskManagers;

  @Option(
      names = "--port",
      defaultValue = "8081",
      description = "of Flink's web page, 0 for any free one (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--broker-port",
      defaultValue = "9092",
      description = "of the broker, 0 for any free one (default: ${DEFAULT-VALUE})")
  private int brokerPort;

  @Option(
      names = "--checkpoint-interval",
      defaultValue = "10s",
      converter = DurationOption.class,
      description = "output becomes visible that often (default: ${DEFAULT-VALUE})")
  private Duration checkpointInterval;

  @Option(
      names = "--logs",
      paramLabel = "DIR",
      description = "copy the logs of all processes there in the end")
  private Path logs;

  @Mixin private JobOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    ClusterSettings settings = settings();
    try (CtrlC ctrlC = CtrlC.guard()) {
      run(settings, ctrlC);
    }
    return 0;
  }

  private void run(ClusterSettings settings, CtrlC ctrlC) throws Exception {
    try (ProcessCluster cluster = ProcessCluster.start(settings)) {
      try {
        Configuration config = options.configuration();
        config.set(DriftlineOptions.BOOTSTRAP_SERVERS, cluster.broker().bootstrapServers());
        createTopics(cluster, config);
        RunningJob job = cluster.submit(cluster.submission(config));
        out().println(announcement(cluster, job, config));
        new CountDownLatch(1).await();
      } finally {
        keepLogs(cluster);
      }
    } catch (Exception e) {
      // The interrupt shows up as whatever exception the interrupted call makes of it.
      if (!ctrlC.pressed()) {
        throw e;
      }
      boolean unused = Thread.interrupted();
    }
  }

  private void keepLogs(ProcessCluster cluster) throws Exception {
    if (logs != null) {
      cluster.keepLogs(logs);
    }
  }

  private static void createTopics(ProcessCluster cluster, Configuration config) throws Exception {
    for (String topic : config.get(DriftlineOptions.ACTIVITY_TOPICS)) {
      cluster.broker().createTopic(topic, PARTITIONS, KEPT);
    }
    for (ConfigOption<String> compacted : COMPACTED_INPUTS) {
      if (config.get(compacted) != null) {
        cluster.broker().createTopic(config.get(compacted), 1, KafkaCheck.COMPACTED);
      }
    }
    if (config.get(DriftlineOptions.CONTROL_TOPIC) != null) {
      cluster.broker().createTopic(config.get(DriftlineOptions.CONTROL_TOPIC), 1, KEPT);
    }
    JobTopics.of(config).prepare(true);
  }

  private static String announcement(ProcessCluster cluster, RunningJob job, Configuration config) {
    StringBuilder processes = new StringBuilder();
    for (ClusterProcess process : cluster.processes()) {
      processes.append("  %-14s process %d%n".formatted(process.name(), process.pid()));
    }
    return """
        broker    %s
        web page  %s
        job       %s, reading %s
        %sCtrl-C ends it"""
        .formatted(
            cluster.broker().bootstrapServers(),
            cluster.webPage(),
            job.id(),
            String.join(", ", config.get(DriftlineOptions.ACTIVITY_TOPICS)),
            processes);
  }

  private ClusterSettings settings() {
    try {
      return ClusterSettings.ofTaskManagers(taskManagers)
          .withPorts(port, brokerPort)
          .withCheckpointInterval(checkpointInterval);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
