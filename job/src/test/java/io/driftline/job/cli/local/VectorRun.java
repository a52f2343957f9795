package io.driftline.job.cli.local;

import io.driftline.job.Topology;
import io.driftline.job.config.JobSettings;
import io.driftline.job.profile.ProfiledAction;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs the job's own topology over a file as far as the features. */
public final class VectorRun {

  private VectorRun() {}

  /** Every action with the vector that the detectors see of it, in no particular order. */
  public static List<ProfiledAction> run(Configuration options, JobSettings settings, Path activity)
      throws Exception {
    try (MemorySink<ProfiledAction> vectors = new MemorySink<>();
        LocalCluster cluster = LocalCluster.start(FileRun.clusterSettings(1))) {
      StreamExecutionEnvironment env = cluster.environment(FileRun.jobOptions());
      env.setParallelism(1);
      Topology.vectors(FileRun.source(env, options, activity), settings)
          .sinkTo(vectors)
          .uid("collect-vectors");
      env.execute("vectors of a file");
      return vectors.results();
    }
  }
}
