package io.driftline.job.cli.local;

import io.driftline.decide.Anomaly;
import io.driftline.drift.DriftEvent;
import io.driftline.incident.Incident;
import io.driftline.job.Inputs;
import io.driftline.job.JobDefaults;
import io.driftline.job.Outputs;
import io.driftline.job.Topology;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobSettings;
import io.driftline.job.control.ControlRecord;
import io.driftline.job.detect.ScoredAction;
import io.driftline.job.ingest.ActivityLines;
import io.driftline.job.ingest.ActivityWatermarks;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.Decoded;
import io.driftline.job.registry.RegistryLines;
import io.driftline.posture.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs the job's own topology over files, in this JVM, and gives back all results. */
public final class FileRun {

  /** Event time of a file goes as fast as it is read, so that versions do not pile up. */
  private static final Duration WATERMARK_INTERVAL = Duration.ofMillis(20);

  static final Comparator<DriftEvent> BY_TIME =
      Comparator.comparingLong((DriftEvent event) -> event.signal().found())
          .thenComparing(DriftEvent::id);

  private FileRun() {}

  /**
   * What a run found.
   *
   * @param anomalies in order of event time, then id
   * @param drift in order of event time, then id
   * @param findings in order of event time, then id; none without a registry
   * @param incidents every record of them, in order of event time, then id and number
   * @param scores of every action, in no particular order
   * @param deadLetters in order of position
   */
  public record Results(
      List<Anomaly> anomalies,
      List<DriftEvent> drift,
      List<Finding> findings,
      List<Incident> incidents,
      List<ScoredAction> scores,
      List<DeadLetter> deadLetters) {}

  /** Runs over {@code activity} to its end. */
  public static Results run(
      Configuration options, JobSettings settings, int parallelism, Path... activity)
      throws Exception {
    return governed(options, settings, parallelism, null, activity);
  }

  /**
   * Runs over {@code activity} to its end.
   *
   * @param registry agents and people, read before; {@code null} for none
   */
  public static Results governed(
      Configuration options, JobSettings settings, int parallelism, Path registry, Path... activity)
      throws Exception {
    return told(options, settings, parallelism, registry, List.of(), activity);
  }

  /**
   * Runs over {@code activity} to its end, with all that people say known before it begins.
   *
   * @param registry agents and people, read before; {@code null} for none
   * @param control what people say
   */
  public static Results told(
      Configuration options,
      JobSettings settings,
      int parallelism,
      Path registry,
      List<ControlRecord> control,
      Path... activity)
      throws Exception {
    try (WithScores collected = new WithScores()) {
      execute(
          env -> source(env, options, activity),
          collected,
          settings,
          parallelism,
          registry,
          control);
      return collected.results();
    }
  }

  /** Where a run reads activity. */
  @FunctionalInterface
  public interface Activity {
    DataStream<Decoded> in(StreamExecutionEnvironment env);
  }

  /**
   * Runs the job from bounded {@code activity} to {@code outputs}; nobody says anything.
   *
   * @param registry agents and people, read before; {@code null} for none
   */
  public static void execute(
      Activity activity, Outputs outputs, JobSettings settings, int parallelism, Path registry)
      throws Exception {
    execute(activity, outputs, settings, parallelism, registry, List.of());
  }

  private static void execute(
      Activity activity,
      Outputs outputs,
      JobSettings settings,
      int parallelism,
      Path registry,
      List<ControlRecord> control)
      throws Exception {
    try (LocalCluster cluster = LocalCluster.start(clusterSettings(parallelism))) {
      StreamExecutionEnvironment env = cluster.environment(jobOptions());
      env.setParallelism(parallelism);
      Inputs inputs =
          new Inputs(
              activity.in(env),
              registry == null ? null : RegistryLines.of(env, flinkPath(registry)),
              control.isEmpty() ? null : messages(env, control));
      Topology.define(inputs, outputs, settings);
      env.execute("driftline over files");
    }
  }

  /** Says nothing of event time, so that all waits until these are read. */
  private static DataStream<ControlRecord> messages(
      StreamExecutionEnvironment env, List<ControlRecord> control) {
    return env.fromData(control, TypeInformation.of(ControlRecord.class))
        .uid("control")
        .setParallelism(1);
  }

  /** Several files as one in {@code folder}, in order of time; records that are refused stay in. */
  public static Path merged(List<Path> files, Path folder) throws IOException {
    Path merged = folder.resolve("activity.jsonl");
    ActivityMerge.write(files, merged);
    return merged;
  }

  static LocalClusterSettings clusterSettings(int parallelism) {
    return LocalClusterSettings.ofSlots(parallelism)
        .withStateBackend(LocalClusterSettings.StateBackend.HASHMAP)
        .withCheckpointInterval(Duration.ZERO);
  }

  static Configuration jobOptions() {
    return JobDefaults.required().set(PipelineOptions.AUTO_WATERMARK_INTERVAL, WATERMARK_INTERVAL);
  }

  /** The activity in files, as it is read. */
  public static DataStream<Decoded> source(
      StreamExecutionEnvironment env, Configuration options, Path... activity) {
    return env.fromSource(
            ActivityLines.source(Clock.systemUTC(), flinkPaths(activity)),
            ActivityWatermarks.of(
                options.get(DriftlineOptions.OUT_OF_ORDERNESS),
                options.get(DriftlineOptions.IDLENESS)),
            "activity")
        .uid("activity")
        .setParallelism(1);
  }

  private static org.apache.flink.core.fs.Path[] flinkPaths(Path... paths) {
    return Stream.of(paths).map(FileRun::flinkPath).toArray(org.apache.flink.core.fs.Path[]::new);
  }

  /** The same file, as Flink names it. */
  public static org.apache.flink.core.fs.Path flinkPath(Path path) {
    return new org.apache.flink.core.fs.Path(path.toAbsolutePath().toUri());
  }

  /** Outputs that keep everything, the scores too. */
  private static final class WithScores extends CollectedOutputs {
    private final MemorySink<ScoredAction> scores = new MemorySink<>();

    @Override
    public boolean wantsScores() {
      return true;
    }

    @Override
    public void scores(DataStream<ScoredAction> stream) {
      stream.sinkTo(scores).uid("collect-scores");
    }

    Results results() {
      return new Results(
          anomalies(), drift(), findings(), incidents(), scores.results(), deadLetters());
    }

    @Override
    public void close() {
      super.close();
      scores.close();
    }
  }
}
