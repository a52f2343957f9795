package io.driftline.job.cli.local;

import io.driftline.decide.Anomaly;
import io.driftline.drift.DriftEvent;
import io.driftline.incident.HiddenCount;
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

  private static final Comparator<Incident> IN_ORDER =
      Comparator.comparingLong(Incident::time)
          .thenComparing(Incident::id)
          .thenComparingInt(Incident::number);

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
    try (Collected collected = new Collected();
        LocalCluster cluster = LocalCluster.start(clusterSettings(parallelism))) {
      StreamExecutionEnvironment env = cluster.environment(jobOptions());
      env.setParallelism(parallelism);
      Inputs inputs =
          new Inputs(
              source(env, options, activity),
              registry == null ? null : RegistryLines.of(env, flinkPath(registry)),
              control.isEmpty() ? null : messages(env, control));
      Topology.define(inputs, collected, settings);
      env.execute("driftline over files");
      return collected.results();
    }
  }

  /** Says nothing of event time, so that all waits until these are read. */
  private static DataStream<ControlRecord> messages(
      StreamExecutionEnvironment env, List<ControlRecord> control) {
    return env.fromData(control, TypeInformation.of(ControlRecord.class))
        .uid("control")
        .setParallelism(1);
  }

  static LocalClusterSettings clusterSettings(int parallelism) {
    return LocalClusterSettings.ofSlots(parallelism)
        .withStateBackend(LocalClusterSettings.StateBackend.HASHMAP)
        .withCheckpointInterval(Duration.ZERO);
  }

  static Configuration jobOptions() {
    return JobDefaults.required().set(PipelineOptions.AUTO_WATERMARK_INTERVAL, WATERMARK_INTERVAL);
  }

  static DataStream<Decoded> source(
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

  static org.apache.flink.core.fs.Path flinkPath(Path path) {
    return new org.apache.flink.core.fs.Path(path.toAbsolutePath().toUri());
  }

  /** Outputs that keep everything. */
  private static final class Collected implements Outputs, AutoCloseable {
    private final MemorySink<Anomaly> anomalies = new MemorySink<>();
    private final MemorySink<DriftEvent> drift = new MemorySink<>();
    private final MemorySink<Finding> findings = new MemorySink<>();
    private final MemorySink<Incident> incidents = new MemorySink<>();
    private final MemorySink<ScoredAction> scores = new MemorySink<>();
    private final MemorySink<DeadLetter> deadLetters = new MemorySink<>();

    @Override
    public void anomalies(DataStream<Anomaly> stream) {
      stream.sinkTo(anomalies).uid("collect-anomalies");
    }

    @Override
    public void drift(DataStream<DriftEvent> stream) {
      stream.sinkTo(drift).uid("collect-drift");
    }

    @Override
    public void findings(DataStream<Finding> stream) {
      stream.sinkTo(findings).uid("collect-findings");
    }

    @Override
    public void deadLetters(DataStream<DeadLetter> stream) {
      stream.sinkTo(deadLetters).uid("collect-dead-letters");
    }

    @Override
    public boolean wantsIncidents() {
      return true;
    }

    @Override
    public void incidents(DataStream<Incident> stream, DataStream<HiddenCount> hidden) {
      stream.sinkTo(incidents).uid("collect-incidents");
    }

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
          anomalies.results().stream()
              .sorted(Comparator.comparing(Anomaly::time).thenComparing(Anomaly::id))
              .toList(),
          drift.results().stream().sorted(BY_TIME).toList(),
          findings.results().stream().sorted(PostureRun.BY_TIME).toList(),
          incidents.results().stream().sorted(IN_ORDER).toList(),
          scores.results(),
          deadLetters.results().stream()
              .sorted(Comparator.comparingLong(letter -> letter.position().offset()))
              .toList());
    }

    @Override
    public void close() {
      anomalies.close();
      drift.close();
      findings.close();
      incidents.close();
      scores.close();
      deadLetters.close();
    }
  }
}
