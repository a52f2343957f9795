package io.driftline.job.alert;

import static io.driftline.job.config.DriftlineOptions.BOOTSTRAP_SERVERS;
import static io.driftline.job.config.DriftlineOptions.OUTPUT_PREFIX;
import static io.driftline.job.config.DriftlineOptions.TRANSACTION_TIMEOUT;

import io.driftline.decide.Anomaly;
import io.driftline.drift.DriftEvent;
import io.driftline.job.Outputs;
import io.driftline.job.audit.AuditRecord;
import io.driftline.job.config.KafkaClient;
import io.driftline.job.config.OutputTopics;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.DeadLetterJson;
import io.driftline.job.posture.FindingJson;
import io.driftline.posture.CredentialEntry;
import io.driftline.posture.Finding;
import io.driftline.relation.Edge;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * All outputs through one transactional sink, the topic chosen per record: what one checkpoint
 * covers becomes visible together, whichever topic it went to, and with one set of producers.
 */
public final class KafkaOutputs implements Outputs {

  private static final TypeInformation<OutputRecord> RECORD =
      TypeInformation.of(OutputRecord.class);

  private final Configuration config;
  private final OutputTopics topics;
  private DataStream<OutputRecord> pending;

  public KafkaOutputs(Configuration config) {
    this.config = config;
    this.topics = OutputTopics.of(config);
  }

  @Override
  public void anomalies(DataStream<Anomaly> anomalies) {
    String topic = topics.anomalies();
    add("anomaly", anomalies, it -> record(topic, it.action().agentId(), AnomalyJson.write(it)));
  }

  @Override
  public void drift(DataStream<DriftEvent> drift) {
    String topic = topics.drift();
    add("drift", drift, it -> record(topic, it.agent().id(), DriftJson.write(it)));
  }

  @Override
  public void deadLetters(DataStream<DeadLetter> deadLetters) {
    String topic = topics.deadLetters();
    add("dead-letter", deadLetters, it -> record(topic, null, DeadLetterJson.write(it)));
  }

  @Override
  public void findings(DataStream<Finding> findings) {
    String topic = topics.findings();
    add("finding", findings, it -> record(topic, it.agentId(), FindingJson.write(it)));
  }

  @Override
  public boolean wantsTrail() {
    return true;
  }

  @Override
  public void credentials(DataStream<CredentialEntry> inventory) {
    String topic = topics.credentials();
    add("credential", inventory, it -> record(topic, it.id(), CredentialJson.write(it)));
  }

  @Override
  public void relationships(DataStream<Edge> edges) {
    String topic = topics.relationships();
    add("relationship", edges, it -> record(topic, it.key(), EdgeJson.write(it)));
  }

  @Override
  public void audit(DataStream<AuditRecord> records, DataStream<AuditRecord> seals) {
    String topic = topics.audit();
    add("audit", records, it -> record(topic, it.key(), it.json()));
    String sealTopic = topics.seals();
    add("seal", seals, it -> record(sealTopic, it.key(), it.json()));
  }

  /** Attaches the sink to all that was added. */
  public void attach() {
    pending.sinkTo(sink()).uid("outputs").name("outputs");
  }

  private <T> void add(String what, DataStream<T> stream, MapFunction<T, OutputRecord> toRecord) {
    DataStream<OutputRecord> records =
        stream
            .map(toRecord)
            .returns(RECORD)
            .uid(what + "-records")
            .name(what.replace('-', ' ') + " records");
    pending = pending == null ? records : pending.union(records);
  }

  private static OutputRecord record(String topic, String key, byte[] value) {
    return new OutputRecord(topic, key, value);
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
        .setRecordSerializer(new ToProducerRecord())
        .build();
  }

  /** Event time as the record's timestamp would let retention delete replayed history at once. */
  private static final class ToProducerRecord
      implements KafkaRecordSerializationSchema<OutputRecord> {

    private static final long serialVersionUID = 1L;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
        OutputRecord record, KafkaSinkContext context, Long eventTime) {
      byte[] key = record.key() == null ? null : record.key().getBytes(StandardCharsets.UTF_8);
      return new ProducerRecord<>(record.topic(), null, null, key, record.value());
    }
  }
}
