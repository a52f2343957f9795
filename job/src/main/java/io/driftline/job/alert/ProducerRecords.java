package io.driftline.job.alert;

import io.driftline.job.config.OutputFormat;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Makes Kafka records, with headers that say what each is: a consumer can pass over what it does
 * not know without reading it.
 *
 * <p>Event time as the record's timestamp would let retention delete replayed history at once, so
 * none is given.
 */
final class ProducerRecords implements KafkaRecordSerializationSchema<OutputRecord> {

  private static final long serialVersionUID = 1L;

  private final OutputFormat format;
  private transient Map<OutputKind, List<Header>> headers;

  ProducerRecords(OutputFormat format) {
    this.format = format;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      OutputRecord record, KafkaSinkContext context, Long eventTime) {
    byte[] key = record.key() == null ? null : utf8(record.key());
    return new ProducerRecord<>(
        record.topic(), null, null, key, record.value(), headers(record.kind()));
  }

  private List<Header> headers(OutputKind kind) {
    if (headers == null) {
      headers = new EnumMap<>(OutputKind.class);
    }
    return headers.computeIfAbsent(kind, this::make);
  }

  private List<Header> make(OutputKind kind) {
    return List.of(
        new RecordHeader("schema", utf8(kind.schema(format))),
        new RecordHeader("kind", utf8(kind.code())),
        new RecordHeader("content-type", utf8("application/json")));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
