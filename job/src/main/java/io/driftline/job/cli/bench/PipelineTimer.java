package io.driftline.job.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.driftline.job.cli.local.LocalCluster;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Runs a pipeline once over the whole input and times it: from the moment the JobManager calls the
 * job RUNNING to the moment the broker has stored the last output record.
 *
 * <p>The job itself FINISHES later, after the checkpoint that commits the last transaction. That
 * checkpoint begins at the next tick of its interval, up to a whole interval after the work is
 * done, and says nothing about speed.
 */
final class PipelineTimer {

  private final LocalCluster cluster;
  private final BenchTopics topics;
  private final BenchSetup setup;
  private final long events;

  /** The run id of {@code setup} is the prefix of the ids of all runs. */
  PipelineTimer(LocalCluster cluster, BenchTopics topics, BenchSetup setup, long events) {
    this.cluster = cluster;
    this.topics = topics;
    this.setup = setup;
    this.events = events;
  }

  /** How long one run of {@code pipeline} takes; {@code run} must differ from run to run. */
  Duration time(PipelineUnderTest pipeline, String run) throws Exception {
    topics.createOutputs(pipeline.outputTopics());
    try {
      JobID job = execute(pipeline, run);
      long ended = topics.lastArrival(pipeline.outputTopics());
      JsonNode details = details(job);
      requireAllRead(details, pipeline.lastStage());
      return Duration.ofMillis(ended - details.path("timestamps").path("RUNNING").asLong());
    } finally {
      topics.delete(pipeline.outputTopics());
    }
  }

  private JobID execute(PipelineUnderTest pipeline, String run) throws Exception {
    StreamExecutionEnvironment env = cluster.environment(jobSettings());
    env.getCheckpointConfig().setCheckpointingConsistencyMode(CheckpointingMode.EXACTLY_ONCE);
    String runId = setup.runId() + "-" + run;
    pipeline.define(env, new BenchSetup(setup.bootstrapServers(), setup.inputTopic(), runId));
    return env.execute(runId).getJobID();
  }

  private static Configuration jobSettings() {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    // A run that failed in between would be timed twice.
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    return configuration;
  }

  /** A pipeline that lost events would look fast; what feeds the stage may bear its name, too. */
  private void requireAllRead(JsonNode details, String stage) {
    long read =
        StreamSupport.stream(details.path("vertices").spliterator(), false)
            .filter(vertex -> vertex.path("name").asText().contains(stage))
            .mapToLong(vertex -> vertex.path("metrics").path("read-records").asLong())
            .max()
            .orElseThrow(
                () -> new IllegalStateException("the job has no stage '%s'".formatted(stage)));
    if (read < events) {
      throw new IllegalStateException(
          "stage '%s' saw %d of %d events".formatted(stage, read, events));
    }
  }

  private JsonNode details(JobID job) throws Exception {
    return new ObjectMapper().readTree(cluster.webPage().resolve("/jobs/" + job).toURL());
  }
}
