package io.driftline.job.savepoint;

import io.driftline.job.AgentAnomalyJob;
import io.driftline.job.JobDefaults;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** The job with everything switched on, as it would be submitted. */
public final class WholeJob {

  private WholeJob() {}

  /** Its operators; nothing is started. */
  public static StreamGraph graph() throws Exception {
    Configuration config = GoldenJob.options("localhost:1");
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(JobDefaults.under(config));
    AgentAnomalyJob.defineWorkflow(env, config);
    return env.getStreamGraph();
  }
}
