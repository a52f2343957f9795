package io.driftline.job.control;

import static io.driftline.job.config.DriftlineOptions.BOOTSTRAP_SERVERS;
import static io.driftline.job.config.DriftlineOptions.BOUNDED;
import static io.driftline.job.config.DriftlineOptions.CONTROL_TOPIC;
import static io.driftline.job.config.DriftlineOptions.GROUP;
import static io.driftline.job.config.DriftlineOptions.ORDER;

import io.driftline.job.config.KafkaClient;
import io.driftline.job.ingest.SourcePosition;
import io.driftline.job.state.Ordering;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Control messages from Kafka. They are no part of event time, and hold it back only in event-time
 * order of bounded input, until they are read.
 */
public final class KafkaControl {

  private KafkaControl() {}

  /** The messages of the control topic; {@code null} if none is configured. */
  public static DataStream<ControlRecord> orNone(
      StreamExecutionEnvironment env, Configuration config) {
    String topic = config.get(CONTROL_TOPIC);
    return topic == null
        ? null
        : env.fromSource(source(topic, config), eventTime(config), "control")
            .uid("control")
            .setParallelism(1);
  }

  /**
   * In event-time order of what ends, all that is said is known before anything is judged: the
   * result would depend on which topic is read faster otherwise.
   */
  private static WatermarkStrategy<ControlRecord> eventTime(Configuration config) {
    boolean isReplay = config.get(BOUNDED) && config.get(ORDER) == Ordering.EVENT_TIME;
    return isReplay ? WatermarkStrategy.noWatermarks() : new AlwaysIdle();
  }

  /** A job without state has forgotten what was said, so it hears all of it again. */
  private static KafkaSource<ControlRecord> source(String topic, Configuration config) {
    KafkaSourceBuilder<ControlRecord> builder =
        KafkaSource.<ControlRecord>builder()
            .setProperties(KafkaClient.properties(config))
            .setBootstrapServers(KafkaClient.require(config, BOOTSTRAP_SERVERS))
            .setTopics(topic)
            .setGroupId(config.get(GROUP) + "-control")
            .setProperty("isolation.level", "read_committed")
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(new Deserializer(ControlVerifier.of(config)));
    if (config.get(BOUNDED)) {
      builder.setBounded(OffsetsInitializer.latest());
    }
    return builder.build();
  }

  /** Each record yields exactly one result. */
  private static final class Deserializer
      implements KafkaRecordDeserializationSchema<ControlRecord> {

    private static final long serialVersionUID = 1L;

    private final ControlVerifier verifier;

    Deserializer(ControlVerifier verifier) {
      this.verifier = verifier;
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<ControlRecord> out) {
      SourcePosition position =
          SourcePosition.inTopic(record.topic(), record.partition(), record.offset());
      out.collect(verifier.decode(record, position));
    }

    @Override
    public TypeInformation<ControlRecord> getProducedType() {
      return TypeInformation.of(ControlRecord.class);
    }
  }
}
