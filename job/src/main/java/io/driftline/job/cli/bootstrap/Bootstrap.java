package io.driftline.job.cli.bootstrap;

import io.driftline.job.Inputs;
import io.driftline.job.JobDefaults;
import io.driftline.job.Topology;
import io.driftline.job.cli.local.FileRun;
import io.driftline.job.cli.local.JobEnd;
import io.driftline.job.cli.local.LocalCluster;
import io.driftline.job.cli.local.LocalClusterSettings;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobFiles;
import io.driftline.job.config.JobSettings;
import io.driftline.job.ingest.ActivityLines;
import io.driftline.job.ingest.ActivityWatermarks;
import io.driftline.job.ingest.Decoded;
import io.driftline.job.registry.RegistryLines;
import io.driftline.job.state.Ordering;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Runs the job's own topology over history, in event-time order, and stops it with a savepoint
 * where history ends. Nothing is put out.
 */
final class Bootstrap {

  private static final Duration WATERMARK_INTERVAL = Duration.ofMillis(20);
  private static final long POLL_MILLIS = 200;

  private final Configuration options;
  private final int parallelism;
  private final Path activity;
  private final Path declared;

  /**
   * @param options of the job that is to go on from it; their order is set to event time
   * @param activity one file, in whatever order
   * @param declared agents and people, one per line; {@code null} for none
   */
  Bootstrap(Configuration options, int parallelism, Path activity, Path declared) {
    this.options = new Configuration(options).set(DriftlineOptions.ORDER, Ordering.EVENT_TIME);
    this.parallelism = parallelism;
    this.activity = activity;
    this.declared = declared;
  }

  /**
   * What was made.
   *
   * @param savepoint its folder
   * @param bytes of state
   */
  record Made(Path savepoint, long bytes) {}

  /**
   * Learns all of it.
   *
   * @param out folder in which the savepoint gets a folder of its own
   * @param progress told now and then how many records are done
   */
  Made run(HistorySpan span, Path out, LongConsumer progress) throws Exception {
    HistoryEnd end = new HistoryEnd(span);
    try (LocalCluster cluster = LocalCluster.start(LocalClusterSettings.ofSlots(parallelism))) {
      JobClient job = submit(cluster, end);
      JobEnd ended = JobEnd.of(job);
      await(ended, end, span.records(), progress);
      Path savepoint = stop(job, ended, out);
      return new Made(savepoint, LearntState.keepIn(savepoint));
    } finally {
      end.forget();
    }
  }

  private JobClient submit(LocalCluster cluster, HistoryEnd end) throws Exception {
    StreamExecutionEnvironment env = cluster.environment(jobOptions());
    env.setParallelism(parallelism);
    JobSettings settings = JobFiles.settings(options);
    Inputs inputs =
        new Inputs(
            history(env, end),
            declared == null ? null : RegistryLines.of(env, FileRun.flinkPath(declared)),
            null);
    Topology.define(inputs, new DiscardedOutputs(), settings);
    return env.executeAsync("driftline bootstrap");
  }

  /** If it fails it is begun again by whoever called it: there is nothing to go on from. */
  private Configuration jobOptions() {
    return JobDefaults.under(options)
        .set(RestartStrategyOptions.RESTART_STRATEGY, "none")
        .set(PipelineOptions.AUTO_WATERMARK_INTERVAL, WATERMARK_INTERVAL);
  }

  private DataStream<Decoded> history(StreamExecutionEnvironment env, HistoryEnd end) {
    return env.fromSource(
            ActivityLines.unending(Clock.systemUTC(), FileRun.flinkPath(activity)),
            ActivityWatermarks.of(
                options.get(DriftlineOptions.OUT_OF_ORDERNESS),
                options.get(DriftlineOptions.IDLENESS)),
            "history")
        .uid("history")
        .setParallelism(1)
        .transform("end of history", TypeInformation.of(Decoded.class), end)
        .uid("history-end")
        .setParallelism(1);
  }

  private static void await(JobEnd job, HistoryEnd end, long records, LongConsumer progress)
      throws Exception {
    while (end.passed() < records) {
      job.requireRunning();
      progress.accept(end.passed());
      boolean unused = new CountDownLatch(1).await(POLL_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Without draining: what is due some time after the end of history is not due yet. */
  private static Path stop(JobClient job, JobEnd ended, Path out) throws Exception {
    String savepoint =
        job.stopWithSavepoint(
                false, out.toAbsolutePath().toUri().toString(), SavepointFormatType.CANONICAL)
            .get();
    ended.await();
    return Path.of(URI.create(savepoint));
  }
}
