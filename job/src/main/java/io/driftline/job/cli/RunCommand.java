package io.driftline.job.cli;

import io.driftline.job.AgentAnomalyJob;
import io.driftline.job.JobDefaults;
import io.driftline.job.cli.local.LocalCluster;
import io.driftline.job.cli.local.LocalClusterSettings;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.OutputTopics;
import io.driftline.job.settings.EffectiveSettings;
import io.driftline.job.topic.JobTopics;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code driftline run}. */
@Command(
    name = "run",
    description = {
      "Run the job in this process on your Kafka brokers, until Ctrl-C.",
      "",
      "To try it on real activity without a Flink cluster. What it has learnt ends with the"
          + " process; deploy the job jar to a cluster to keep it.",
      ""
    })
final class RunCommand implements Callable<Integer> {

  @Option(
      names = "--port",
      defaultValue = "8081",
      description = "of Flink's web page, 0 for any free one (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--metrics-port",
      defaultValue = "0",
      paramLabel = "PORT",
      description = "where Prometheus can read metrics, 0 for nowhere (default: ${DEFAULT-VALUE})")
  private int metricsPort;

  @Option(
      names = "--parallelism",
      defaultValue = "2",
      paramLabel = "N",
      description = "subtasks of each stage (default: ${DEFAULT-VALUE})")
  private int parallelism;

  @Mixin private BrokerOptions brokers;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    EffectiveSettings settings = brokers.settings();
    settings.warnings().forEach(warning -> err().println("driftline: " + warning));
    brokers.servers();
    announceCreated(JobTopics.of(settings.configuration()).prepare(true));
    try (CtrlC ctrlC = CtrlC.guard()) {
      run(settings, ctrlC);
    }
    return 0;
  }

  private void announceCreated(List<String> topics) {
    topics.forEach(topic -> out().println("created topic " + topic));
  }

  private void run(EffectiveSettings settings, CtrlC ctrlC) throws Exception {
    Configuration config = settings.configuration();
    try (LocalCluster cluster = LocalCluster.start(clusterSettings())) {
      StreamExecutionEnvironment env = cluster.environment(JobDefaults.under(settings.flink()));
      AgentAnomalyJob.defineWorkflow(env, config);
      AgentAnomalyJob.show(env, settings);
      out().println(announcement(config, cluster));
      env.execute("driftline");
    } catch (Exception e) {
      // The interrupt shows up as whatever exception the interrupted call makes of it.
      if (!ctrlC.pressed()) {
        throw e;
      }
      boolean unused = Thread.interrupted();
    }
  }

  private LocalClusterSettings clusterSettings() {
    return LocalClusterSettings.ofSlots(parallelism).withWebPort(port).withMetricsPort(metricsPort);
  }

  private String announcement(Configuration config, LocalCluster cluster) {
    OutputTopics outputs = OutputTopics.of(config);
    return """
        watching  %s at %s
        calling   %s
        raising   %s
        drift to  %s
        posture   %s
        refusing  %s
        web page  %s
        Ctrl-C ends it"""
        .formatted(
            String.join(", ", config.get(DriftlineOptions.ACTIVITY_TOPICS)),
            brokers.servers(),
            outputs.incidents(),
            outputs.anomalies(),
            outputs.drift(),
            outputs.findings(),
            outputs.deadLetters(),
            cluster.webPage());
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
