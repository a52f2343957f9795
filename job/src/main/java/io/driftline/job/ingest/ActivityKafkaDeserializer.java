package io.driftline.job.ingest;

import java.time.Clock;
import java.util.Objects;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Decodes Kafka records inside the source, so that event time is known partition by partition. Each
 * record yields exactly one result; a tombstone is an empty record.
 */
public final class ActivityKafkaDeserializer implements KafkaRecordDeserializationSchema<Decoded> {

  private static final long serialVersionUID = 1L;

  private final Clock clock;
  private transient ActivityDecoder decoder;

  /**
   * A deserializer that judges event times by {@code clock}.
   *
   * @param clock serializable, as the clocks of {@link Clock}'s own factories are
   */
  public ActivityKafkaDeserializer(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public void open(InitializationContext context) {
    decoder = new ActivityDecoder(clock);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Decoded> out) {
    SourcePosition position =
        SourcePosition.inTopic(record.topic(), record.partition(), record.offset());
    out.collect(decoder.decode(record.value(), position));
  }

  @Override
  public TypeInformation<Decoded> getProducedType() {
    return TypeInformation.of(Decoded.class);
  }
}
