package io.driftline.job.cli.bench;

import io.driftline.job.AgentAnomalyJob;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.OutputTopics;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Driftline's own job, as it runs in production, up to the present end of the topic. */
public final class DriftlinePipeline implements PipelineUnderTest {

  private static final OutputTopics OUTPUTS = new OutputTopics("bench.driftline");

  private final Configuration more;

  /** The job as it is by default. */
  public DriftlinePipeline() {
    this(new Configuration());
  }

  /** The job with more options. */
  public DriftlinePipeline(Configuration more) {
    this.more = more;
  }

  @Override
  public void define(StreamExecutionEnvironment env, BenchSetup setup) throws Exception {
    Configuration config = new Configuration(more);
    config.set(DriftlineOptions.BOOTSTRAP_SERVERS, setup.bootstrapServers());
    config.set(DriftlineOptions.ACTIVITY_TOPICS, List.of(setup.inputTopic()));
    config.set(DriftlineOptions.GROUP, setup.runId());
    config.set(DriftlineOptions.BOUNDED, true);
    config.set(DriftlineOptions.OUTPUT_PREFIX, OUTPUTS.prefix());
    config.set(DriftlineOptions.TRANSACTION_TIMEOUT, Duration.ofMinutes(10));
    AgentAnomalyJob.defineWorkflow(env, config);
  }

  @Override
  public List<String> outputTopics() {
    return OUTPUTS.all();
  }

  @Override
  public String lastStage() {
    return "detect";
  }
}
