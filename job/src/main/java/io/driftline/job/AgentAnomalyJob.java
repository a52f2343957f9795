package io.driftline.job;

import io.driftline.job.alert.KafkaOutputs;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobFiles;
import io.driftline.job.config.JobSettings;
import io.driftline.job.control.KafkaControl;
import io.driftline.job.ingest.KafkaActivity;
import io.driftline.job.registry.KafkaRegistry;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;

/** The job on Kafka: {@code flink run driftline-job.jar --driftline.kafka.bootstrap-servers …}. */
public final class AgentAnomalyJob {

  private AgentAnomalyJob() {}

  /** Runs the job with options given as {@code --key value}. */
  public static void main(String[] args) throws Exception {
    runJob(ParameterTool.fromArgs(args).getConfiguration());
  }

  /** Runs the job until it ends, which it only does when bounded. */
  public static void runJob(Configuration config) throws Exception {
    Configuration own = JobDefaults.required();
    own.addAll(DriftlineOptions.requireKnown(config));
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(own);
    env.configure(JobDefaults.missingFrom(env.getConfiguration()));
    defineWorkflow(env, config);
    env.execute("driftline");
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
