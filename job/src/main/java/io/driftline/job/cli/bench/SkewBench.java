package io.driftline.job.cli.bench;

import io.driftline.job.cli.Progress;
import io.driftline.job.cli.cluster.BrokerProcess;
import io.driftline.job.cli.local.LocalCluster;
import io.driftline.job.cli.local.LocalClusterSettings;
import io.driftline.job.config.DriftlineOptions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.flink.configuration.Configuration;

/**
 * Times the whole job, registry included, over events whose requesters are spread evenly and over
 * events of which one person asked for most and nobody for many: in pairs, on one broker and one
 * cluster.
 */
final class SkewBench {

  private static final String AGENTS = "bench.agents";
  private static final String PEOPLE = "bench.people";
  private static final List<Requesters> BOTH = List.of(Requesters.EVEN, Requesters.SKEWED);

  private final PipelineBenchOptions options;

  SkewBench(PipelineBenchOptions options) {
    this.options = options;
  }

  SkewReport run() throws Exception {
    LocalClusterSettings settings =
        LocalClusterSettings.ofSlots(options.parallelism())
            .withCheckpointInterval(options.checkpointInterval());
    try (BrokerProcess broker = BrokerProcess.start();
        LocalCluster cluster = LocalCluster.start(settings)) {
      BenchTopics topics = new BenchTopics(broker.bootstrapServers(), options.partitions());
      fill(topics);
      return SkewReport.of(options.events(), options.agents(), time(cluster, broker, topics));
    }
  }

  private void fill(BenchTopics topics) throws Exception {
    topics.fill(AGENTS, SampleRegistry.agents(options.agents()));
    topics.fill(PEOPLE, SampleRegistry.people());
    for (Requesters requesters : BOTH) {
      try (Progress progress = Progress.onStderr("filling " + topic(requesters))) {
        SampleEvents events =
            new SampleEvents(options.events(), options.agents(), options.seed(), requesters);
        topics.fill(
            topic(requesters), events, written -> progress.update(written, options.events()));
      }
    }
  }

  private List<PairedRuns.Pair> time(LocalCluster cluster, BrokerProcess broker, BenchTopics topics)
      throws Exception {
    try (Progress progress = Progress.onStderr("timing")) {
      return new PairedRuns(
              run -> timed(Requesters.EVEN, cluster, broker, topics, run, progress),
              run -> timed(Requesters.SKEWED, cluster, broker, topics, run, progress))
          .time(options.pairs());
    }
  }

  private Duration timed(
      Requesters requesters,
      LocalCluster cluster,
      BrokerProcess broker,
      BenchTopics topics,
      String run,
      Progress progress)
      throws Exception {
    progress.update("run " + run + " of " + options.pairs() + " pairs");
    BenchSetup setup = new BenchSetup(broker.bootstrapServers(), topic(requesters), "skew");
    return new PipelineTimer(cluster, topics, setup, options.events())
        .time(new DriftlinePipeline(registered()), run);
  }

  private static Configuration registered() {
    return new Configuration()
        .set(DriftlineOptions.AGENTS_TOPIC, AGENTS)
        .set(DriftlineOptions.PEOPLE_TOPIC, PEOPLE);
  }

  private static String topic(Requesters requesters) {
    return "bench." + requesters.name().toLowerCase(Locale.ROOT);
  }
}
