package io.driftline.job.cli.bench;

import io.driftline.job.cli.Progress;
import io.driftline.job.cli.cluster.BrokerProcess;
import io.driftline.job.cli.local.LocalCluster;
import io.driftline.job.cli.local.LocalClusterSettings;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * Times a pipeline beside the minimal job over the same topic: one broker in a process of its own,
 * one cluster in this one, runs in pairs.
 */
final class PipelineBench {

  private static final String INPUT = "bench.activity";

  private final PipelineUnderTest pipeline;
  private final EventSource events;

  PipelineBench(PipelineUnderTest pipeline, EventSource events) {
    this.pipeline = pipeline;
    this.events = events;
  }

  BenchReport run(PipelineBenchOptions options) throws Exception {
    try (BrokerProcess broker = BrokerProcess.start();
        LocalCluster cluster = LocalCluster.start(clusterSettings(options))) {
      BenchTopics topics = new BenchTopics(broker.bootstrapServers(), options.partitions());
      fill(topics, options);
      BenchSetup setup = new BenchSetup(broker.bootstrapServers(), INPUT, "bench");
      List<PairedRuns.Pair> pairs =
          time(new PipelineTimer(cluster, topics, setup, options.events()), options.pairs());
      return BenchReport.of(options.events(), options.agents(), pairs);
    }
  }

  private static LocalClusterSettings clusterSettings(PipelineBenchOptions options) {
    return LocalClusterSettings.ofSlots(options.parallelism())
        .withCheckpointInterval(options.checkpointInterval());
  }

  private void fill(BenchTopics topics, PipelineBenchOptions options) throws Exception {
    try (Progress progress = Progress.onStderr("filling the topic")) {
      Iterator<byte[]> input = events.events(options.events(), options.agents(), options.seed());
      topics.fill(INPUT, input, written -> progress.update(written, options.events()));
    }
  }

  private List<PairedRuns.Pair> time(PipelineTimer timer, int pairs) throws Exception {
    PipelineUnderTest minimal = new MinimalPipeline();
    try (Progress progress = Progress.onStderr("timing")) {
      return new PairedRuns(
              run -> timed(timer, minimal, run, pairs, progress),
              run -> timed(timer, pipeline, run, pairs, progress))
          .time(pairs);
    }
  }

  private static Duration timed(
      PipelineTimer timer, PipelineUnderTest pipeline, String run, int pairs, Progress progress)
      throws Exception {
    progress.update("run " + run + " of " + pairs + " pairs");
    return timer.time(pipeline, run);
  }
}
