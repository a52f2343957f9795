package io.driftline.job.fuzz;

import io.driftline.decide.Anomaly;
import io.driftline.drift.DriftEvent;
import io.driftline.incident.HiddenCount;
import io.driftline.incident.Incident;
import io.driftline.job.Outputs;
import io.driftline.job.alert.AnomalyJson;
import io.driftline.job.alert.CredentialJson;
import io.driftline.job.alert.DriftJson;
import io.driftline.job.alert.EdgeJson;
import io.driftline.job.audit.AuditRecord;
import io.driftline.job.detect.ScoredAction;
import io.driftline.job.incident.HiddenJson;
import io.driftline.job.incident.IncidentJson;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.DeadLetterJson;
import io.driftline.job.posture.FindingJson;
import io.driftline.posture.CredentialEntry;
import io.driftline.posture.Finding;
import io.driftline.relation.Edge;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.function.SerializableFunction;

/** Writes everything as JSON, as for Kafka, and counts it. One at a time in a JVM. */
final class CountedOutputs implements Outputs {

  private static final Map<String, AtomicLong> COUNTS = new ConcurrentHashMap<>();

  CountedOutputs() {
    COUNTS.clear();
  }

  static void count(String what) {
    COUNTS.computeIfAbsent(what, key -> new AtomicLong()).incrementAndGet();
  }

  static long of(String what) {
    return COUNTS.getOrDefault(what, new AtomicLong()).get();
  }

  static String all() {
    return COUNTS.toString();
  }

  @Override
  public void anomalies(DataStream<Anomaly> stream) {
    add("anomalies", stream, AnomalyJson::write);
  }

  @Override
  public void drift(DataStream<DriftEvent> stream) {
    add("drift", stream, DriftJson::write);
  }

  @Override
  public void deadLetters(DataStream<DeadLetter> stream) {
    add(
        "dead letters",
        stream,
        letter -> {
          count("dead letters: " + letter.reason().code());
          return DeadLetterJson.write(letter);
        });
  }

  @Override
  public void findings(DataStream<Finding> stream) {
    add("findings", stream, FindingJson::write);
  }

  @Override
  public boolean wantsIncidents() {
    return true;
  }

  @Override
  public void incidents(DataStream<Incident> incidents, DataStream<HiddenCount> hidden) {
    add("incidents", incidents, IncidentJson::write);
    add("hidden", hidden, HiddenJson::write);
  }

  @Override
  public boolean wantsTrail() {
    return true;
  }

  @Override
  public void credentials(DataStream<CredentialEntry> stream) {
    add("credentials", stream, CredentialJson::write);
  }

  @Override
  public void relationships(DataStream<Edge> stream) {
    add("relationships", stream, EdgeJson::write);
  }

  @Override
  public void audit(DataStream<AuditRecord> records, DataStream<AuditRecord> seals) {
    add("audit", records, AuditRecord::json);
    add("seals", seals, AuditRecord::json);
  }

  @Override
  public void changes(DataStream<AuditRecord> stream) {
    add("changes", stream, AuditRecord::json);
  }

  @Override
  public boolean wantsScores() {
    return true;
  }

  @Override
  public void scores(DataStream<ScoredAction> stream) {
    add("scores", stream, scored -> new byte[0]);
  }

  private static <T> void add(
      String what, DataStream<T> stream, SerializableFunction<T, byte[]> write) {
    stream
        .map(
            each -> {
              count(what);
              return write.apply(each);
            })
        .returns(byte[].class)
        .uid(what + "-counted")
        .sinkTo(new DiscardingSink<>())
        .uid(what + "-nowhere");
  }
}
