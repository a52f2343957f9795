package io.driftline.job.cli.local;

import io.driftline.job.Inputs;
import io.driftline.job.Topology;
import io.driftline.job.config.JobSettings;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.registry.RegistryLines;
import io.driftline.job.registry.RegistryRecord;
import io.driftline.posture.Finding;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs the part of the job's own topology over files that judges by the registry. */
public final class PostureRun {

  /** In the order in which it is told. */
  public static final Comparator<Finding> BY_TIME =
      Comparator.comparingLong(Finding::time)
          .thenComparing(Finding::id)
          .thenComparing(Finding::status);

  private PostureRun() {}

  /**
   * What a run found.
   *
   * @param findings in order of event time, each as often as it was told
   * @param refused lines of the registry that say nothing
   */
  public record Results(List<Finding> findings, List<DeadLetter> refused) {}

  /** Runs over {@code activity} to its end; the registry is read before. */
  public static Results run(
      Configuration options, JobSettings settings, int parallelism, Path activity, Path registry)
      throws Exception {
    try (MemorySink<Finding> findings = new MemorySink<>();
        MemorySink<DeadLetter> refused = new MemorySink<>();
        LocalCluster cluster = LocalCluster.start(FileRun.clusterSettings(parallelism))) {
      StreamExecutionEnvironment env = cluster.environment(FileRun.jobOptions());
      env.setParallelism(parallelism);
      DataStream<RegistryRecord> records = RegistryLines.of(env, FileRun.flinkPath(registry));
      Inputs inputs = new Inputs(FileRun.source(env, options, activity), records, null);
      Topology.findings(inputs, settings).sinkTo(findings).uid("collect-findings");
      inputs.refusedRegistry().sinkTo(refused).uid("collect-refused");
      env.execute("driftline posture over files");
      return new Results(findings.results().stream().sorted(BY_TIME).toList(), refused.results());
    }
  }
}
