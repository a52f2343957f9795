package io.driftline.job.alert;

import static io.driftline.job.alert.OutputKind.*;
import static io.driftline.job.config.DriftlineOptions.BOOTSTRAP_SERVERS;
import static io.driftline.job.config.DriftlineOptions.OUTPUT_PREFIX;
import static io.driftline.job.config.DriftlineOptions.TRANSACTION_TIMEOUT;

import io.driftline.decide.Anomaly;
import io.driftline.drift.DriftEvent;
import io.driftline.incident.HiddenCount;
import io.driftline.incident.Incident;
import io.driftline.job.Outputs;
import io.driftline.job.audit.AuditRecord;
import io.driftline.job.config.IncidentOptions;
import io.driftline.job.config.KafkaClient;
import io.driftline.job.config.OutputFormat;
import io.driftline.job.config.OutputTopics;
import io.driftline.job.incident.HiddenJson;
import io.driftline.job.incident.IncidentJson;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.DeadLetterJson;
import io.driftline.job.ocsf.OcsfJson;
import io.driftline.job.posture.FindingJson;
import io.driftline.posture.CredentialEntry;
import io.driftline.posture.Finding;
import io.driftline.relation.Edge;
import java.util.Properties;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.function.SerializableFunction;

/**
 * All outputs through one transactional sink, the topic chosen per record: what one checkpoint
 * covers becomes visible together, whichever topic it went to, and with one set of producers.
 */
public final class KafkaOutputs implements Outputs {

  private static final TypeInformation<OutputRecord> RECORD =
      TypeInformation.of(OutputRecord.class);

  private final Configuration config;
  private final OutputTopics topics;
  private final OutputFormat format;
  private DataStream<OutputRecord> pending;

  public KafkaOutputs(Configuration config) {
    this.config = config;
    this.topics = OutputTopics.of(config);
    this.format = config.get(IncidentOptions.FORMAT);
  }

  @Override
  public void anomalies(DataStream<Anomaly> anomalies) {
    add(
        ANOMALY,
        anomalies,
        topics.anomalies(),
        it -> it.action().agentId(),
        format.choose(AnomalyJson::write, OcsfJson::write));
  }

  @Override
  public void drift(DataStream<DriftEvent> drift) {
    add(
        DRIFT,
        drift,
        topics.drift(),
        it -> it.agent().id(),
        format.choose(DriftJson::write, OcsfJson::write));
  }

  @Override
  public void findings(DataStream<Finding> findings) {
    add(
        FINDING,
        findings,
        topics.findings(),
        Finding::agentId,
        format.choose(FindingJson::write, OcsfJson::write));
  }

  @Override
  public boolean wantsIncidents() {
    return true;
  }

  @Override
  public void incidents(DataStream<Incident> incidents, DataStream<HiddenCount> hidden) {
    add(
        INCIDENT,
        incidents,
        topics.incidents(),
        it -> it.agent().id(),
        format.choose(IncidentJson::write, OcsfJson::write));
    add(
        HIDDEN,
        hidden,
        topics.hidden(),
        HiddenCount::id,
        format.choose(HiddenJson::write, OcsfJson::write));
  }

  @Override
  public void deadLetters(DataStream<DeadLetter> deadLetters) {
    add(DEAD_LETTER, deadLetters, topics.deadLetters(), it -> null, DeadLetterJson::write);
  }

  @Override
  public boolean wantsTrail() {
    return true;
  }

  @Override
  public void credentials(DataStream<CredentialEntry> inventory) {
    add(CREDENTIAL, inventory, topics.credentials(), CredentialEntry::id, CredentialJson::write);
  }

  @Override
  public void relationships(DataStream<Edge> edges) {
    add(RELATIONSHIP, edges, topics.relationships(), Edge::key, EdgeJson::write);
  }

  @Override
  public void audit(DataStream<AuditRecord> records, DataStream<AuditRecord> seals) {
    add(AUDIT, records, topics.audit(), AuditRecord::key, AuditRecord::json);
    add(AUDIT_SEAL, seals, topics.seals(), AuditRecord::key, AuditRecord::json);
  }

  @Override
  public void changes(DataStream<AuditRecord> changes) {
    add(AUDIT_CONTROL, changes, topics.audit(), AuditRecord::key, AuditRecord::json);
  }

  /** Attaches the sink to all that was added. */
  public void attach() {
    pending.sinkTo(sink()).uid("outputs").name("outputs");
  }

  private <T> void add(
      OutputKind kind,
      DataStream<T> stream,
      String topic,
      SerializableFunction<T, String> key,
      SerializableFunction<T, byte[]> value) {
    DataStream<OutputRecord> records =
        stream
            .map(it -> new OutputRecord(topic, key.apply(it), kind, value.apply(it)))
            .returns(RECORD)
            .uid(uid(kind) + "-records")
            .name(kind.code().replace('-', ' ') + " records");
    pending = pending == null ? records : pending.union(records);
  }

  /** A uid that a release has used stays, whatever the kind is called today. */
  private static String uid(OutputKind kind) {
    return kind == AUDIT_SEAL ? "seal" : kind.code();
  }

  private KafkaSink<OutputRecord> sink() {
    Properties properties = KafkaClient.properties(config);
    properties.setProperty(
        "transaction.timeout.ms", String.valueOf(config.get(TRANSACTION_TIMEOUT).toMillis()));
    return KafkaSink.<OutputRecord>builder()
        .setKafkaProducerConfig(properties)
        .setBootstrapServers(KafkaClient.require(config, BOOTSTRAP_SERVERS))
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix(config.get(OUTPUT_PREFIX))
        .setRecordSerializer(new ProducerRecords(format))
        .build();
  }
}
