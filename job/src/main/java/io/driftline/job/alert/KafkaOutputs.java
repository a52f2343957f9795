package io.driftline.job.alert;

import static io.driftline.job.config.DriftlineOptions.BOOTSTRAP_SERVERS;
import static io.driftline.job.config.DriftlineOptions.OUTPUT_PREFIX;
import static io.driftline.job.config.DriftlineOptions.TRANSACTION_TIMEOUT;

import io.driftline.decide.Anomaly;
import io.driftline.drift.DriftEvent;
import io.driftline.job.Outputs;
import io.driftline.job.config.KafkaClient;
import io.driftline.job.config.OutputTopics;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.DeadLetterJson;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
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
    add(
        anomalies
            .map(
                anomaly ->
                    new OutputRecord(topic, anomaly.action().agentId(), AnomalyJson.write(anomaly)))
            .returns(RECORD)
            .uid("anomaly-records")
            .name("anomaly records"));
  }

  @Override
  public void drift(DataStream<DriftEvent> drift) {
    String topic = topics.drift();
    add(
        drift
            .map(event -> new OutputRecord(topic, event.agent().id(), DriftJson.write(event)))
            .returns(RECORD)
            .uid("drift-records")
            .name("drift records"));
  }

  @Override
  public void deadLetters(DataStream<DeadLetter> deadLetters) {
    String topic = topics.deadLetters();
    add(
        deadLetters
            .map(letter -> new OutputRecord(topic, null, DeadLetterJson.write(letter)))
            .returns(RECORD)
            .uid("dead-letter-records")
            .name("dead letter records"));
  }

  /** Attaches the sink to all that was added. */
  public void attach() {
    pending.sinkTo(sink()).uid("outputs").name("outputs");
  }

  private void add(DataStream<OutputRecord> records) {
    pending = pending == null ? records : pending.union(records);
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
