package io.driftline.job.cli.local;

import io.driftline.drift.DriftEvent;
import io.driftline.job.Topology;
import io.driftline.job.config.JobSettings;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs the part of the job's own topology over files that finds drift; nothing is scored. */
public final class DriftRun {

  private DriftRun() {}

  /**
   * Runs over {@code activity} to its end.
   *
   * @param settings in event-time order, so that neither the parallelism nor the order of the files
   *     makes a difference
   * @param activity at least one file
   * @return in order of event time, then id
   */
  public static List<DriftEvent> run(
      Configuration options, JobSettings settings, int parallelism, List<Path> activity)
      throws Exception {
    if (activity.size() == 1) {
      return run(options, settings, parallelism, activity.get(0));
    }
    try (TempFolder folder = TempFolder.create("driftline-drift")) {
      Path merged = folder.path().resolve("activity.jsonl");
      ActivityMerge.write(activity, merged);
      return run(options, settings, parallelism, merged);
    }
  }

  private static List<DriftEvent> run(
      Configuration options, JobSettings settings, int parallelism, Path activity)
      throws Exception {
    try (MemorySink<DriftEvent> drift = new MemorySink<>();
        LocalCluster cluster = LocalCluster.start(FileRun.clusterSettings(parallelism))) {
      StreamExecutionEnvironment env = cluster.environment(FileRun.jobOptions());
      env.setParallelism(parallelism);
      Topology.drift(FileRun.source(env, options, activity), settings)
          .sinkTo(drift)
          .uid("collect-drift");
      env.execute("driftline drift over files");
      return drift.results().stream().sorted(FileRun.BY_TIME).toList();
    }
  }
}
