package io.driftline.job.cli.local;

import io.driftline.decide.Anomaly;
import io.driftline.drift.DriftEvent;
import io.driftline.incident.HiddenCount;
import io.driftline.incident.Incident;
import io.driftline.job.Outputs;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.posture.Finding;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Outputs that keep in memory all that is raised and refused, for bounded runs in this JVM. */
public class CollectedOutputs implements Outputs, AutoCloseable {

  private static final Comparator<Incident> IN_ORDER =
      Comparator.comparingLong(Incident::time)
          .thenComparing(Incident::id)
          .thenComparingInt(Incident::number);

  private final MemorySink<Anomaly> anomalies = new MemorySink<>();
  private final MemorySink<DriftEvent> drift = new MemorySink<>();
  private final MemorySink<Finding> findings = new MemorySink<>();
  private final MemorySink<Incident> incidents = new MemorySink<>();
  private final MemorySink<DeadLetter> deadLetters = new MemorySink<>();

  @Override
  public final void anomalies(DataStream<Anomaly> stream) {
    stream.sinkTo(anomalies).uid("collect-anomalies");
  }

  @Override
  public final void drift(DataStream<DriftEvent> stream) {
    stream.sinkTo(drift).uid("collect-drift");
  }

  @Override
  public final void findings(DataStream<Finding> stream) {
    stream.sinkTo(findings).uid("collect-findings");
  }

  @Override
  public final void deadLetters(DataStream<DeadLetter> stream) {
    stream.sinkTo(deadLetters).uid("collect-dead-letters");
  }

  @Override
  public final boolean wantsIncidents() {
    return true;
  }

  @Override
  public final void incidents(DataStream<Incident> stream, DataStream<HiddenCount> hidden) {
    stream.sinkTo(incidents).uid("collect-incidents");
  }

  /** In order of event time, then id. */
  public final List<Anomaly> anomalies() {
    return anomalies.results().stream()
        .sorted(Comparator.comparing(Anomaly::time).thenComparing(Anomaly::id))
        .toList();
  }

  /** In order of event time, then id. */
  public final List<DriftEvent> drift() {
    return drift.results().stream().sorted(FileRun.BY_TIME).toList();
  }

  /** In order of event time, then id; none without a registry. */
  public final List<Finding> findings() {
    return findings.results().stream().sorted(PostureRun.BY_TIME).toList();
  }

  /** Every record of them, in order of event time, then id and number. */
  public final List<Incident> incidents() {
    return incidents.results().stream().sorted(IN_ORDER).toList();
  }

  /** In order of position. */
  public final List<DeadLetter> deadLetters() {
    return deadLetters.results().stream()
        .sorted(Comparator.comparingLong(letter -> letter.position().offset()))
        .toList();
  }

  @Override
  public void close() {
    anomalies.close();
    drift.close();
    findings.close();
    incidents.close();
    deadLetters.close();
  }
}
