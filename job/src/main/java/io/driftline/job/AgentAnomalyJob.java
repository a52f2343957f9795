package io.driftline.job;

import io.driftline.job.alert.KafkaOutputs;
import io.driftline.job.config.JobFiles;
import io.driftline.job.config.JobSettings;
import io.driftline.job.control.KafkaControl;
import io.driftline.job.ingest.KafkaActivity;
import io.driftline.job.registry.KafkaRegistry;
import io.driftline.job.settings.EffectiveSettings;
import io.driftline.job.settings.Flags;
import io.driftline.job.settings.SettingsResolver;
import io.driftline.job.topic.JobTopics;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The job on Kafka: {@code flink run driftline-job.jar --config driftline.yaml}. */
public final class AgentAnomalyJob {

  private static final Logger LOG = LoggerFactory.getLogger(AgentAnomalyJob.class);

  private AgentAnomalyJob() {}

  /** Runs the job with settings of a file, of flags {@code --key value}, and of the environment. */
  public static void main(String[] args) throws Exception {
    runJob(SettingsResolver.resolve(Flags.parse(args), System.getenv()));
  }

  /** Runs the job until it ends, which it only does when bounded. */
  public static void runJob(EffectiveSettings settings) throws Exception {
    settings.warnings().forEach(LOG::warn);
    Configuration config = settings.configuration();
    JobTopics.of(config).prepare().forEach(topic -> LOG.info("created topic {}", topic));
    Configuration own = JobDefaults.required();
    own.addAll(settings.flink());
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(own);
    env.configure(JobDefaults.missingFrom(env.getConfiguration()));
    defineWorkflow(env, config);
    show(env, settings);
    env.execute("driftline");
  }

  /** Lets Flink's web page show the settings of the job, without secrets. */
  public static void show(StreamExecutionEnvironment env, EffectiveSettings settings) {
    env.getConfig().setGlobalJobParameters(ParameterTool.fromMap(settings.masked()));
  }

  /** Puts the topology between Kafka and Kafka. */
  public static void defineWorkflow(StreamExecutionEnvironment env, Configuration config)
      throws Exception {
    JobSettings settings = JobFiles.settings(config);
    KafkaOutputs outputs = new KafkaOutputs(config);
    Inputs inputs =
        new Inputs(
            KafkaActivity.of(env, config),
            KafkaRegistry.orNone(env, config),
            KafkaControl.orNone(env, config));
    Topology.define(inputs, outputs, settings);
    outputs.attach();
  }
}
