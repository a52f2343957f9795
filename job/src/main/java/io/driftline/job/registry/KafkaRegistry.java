package io.driftline.job.registry;

import static io.driftline.job.config.DriftlineOptions.AGENTS_TOPIC;
import static io.driftline.job.config.DriftlineOptions.BOOTSTRAP_SERVERS;
import static io.driftline.job.config.DriftlineOptions.BOUNDED;
import static io.driftline.job.config.DriftlineOptions.GROUP;
import static io.driftline.job.config.DriftlineOptions.IDLENESS;
import static io.driftline.job.config.DriftlineOptions.PEOPLE_TOPIC;
import static io.driftline.job.config.KafkaStartOptions.REGISTRY_QUIET;

import io.driftline.job.config.KafkaClient;
import io.driftline.job.config.SourceAlignment;
import io.driftline.job.ingest.SourcePosition;
import io.driftline.registry.RegistryChange.Subject;
import java.util.Objects;
import java.util.stream.Stream;
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
 * The registry from Kafka: two compacted topics, of agents and of people.
 *
 * <p>A job that starts without state reads them from their beginning, whatever its consumer group
 * has committed: who reads only the news of a compacted topic does not know the registry.
 */
public final class KafkaRegistry {

  private KafkaRegistry() {}

  /** The records of both topics, or of the one that is configured; {@code null} if none is. */
  public static DataStream<RegistryRecord> orNone(
      StreamExecutionEnvironment env, Configuration config) {
    if (config.get(AGENTS_TOPIC) == null && config.get(PEOPLE_TOPIC) == null) {
      return null;
    }
    return env.fromSource(source(config), SourceAlignment.of(eventTime(config), config), "registry")
        .uid("registry")
        .setParallelism(1);
  }

  private static WatermarkStrategy<RegistryRecord> eventTime(Configuration config) {
    return config.get(BOUNDED)
        ? RegistryTime.heldToTheEnd()
        : RegistryTime.heldUntilQuiet(
            config.getOptional(REGISTRY_QUIET).orElse(config.get(IDLENESS)));
  }

  private static KafkaSource<RegistryRecord> source(Configuration config) {
    String agents = config.get(AGENTS_TOPIC);
    String people = config.get(PEOPLE_TOPIC);
    if (Objects.equals(agents, people)) {
      throw new IllegalArgumentException(
          "%s and %s are both %s: agents and people need a topic each"
              .formatted(AGENTS_TOPIC.key(), PEOPLE_TOPIC.key(), agents));
    }
    KafkaSourceBuilder<RegistryRecord> builder =
        KafkaSource.<RegistryRecord>builder()
            .setProperties(KafkaClient.properties(config))
            .setBootstrapServers(KafkaClient.require(config, BOOTSTRAP_SERVERS))
            .setTopics(Stream.of(agents, people).filter(Objects::nonNull).toList())
            .setGroupId(config.get(GROUP) + "-registry")
            .setProperty("isolation.level", "read_committed")
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(new Deserializer(agents));
    if (config.get(BOUNDED)) {
      builder.setBounded(OffsetsInitializer.latest());
    }
    return builder.build();
  }

  /** Each record yields exactly one result. */
  private static final class Deserializer
      implements KafkaRecordDeserializationSchema<RegistryRecord> {

    private static final long serialVersionUID = 1L;

    private final String agents;

    /**
     * @param agents the topic of agents; any other one is of people
     */
    Deserializer(String agents) {
      this.agents = agents;
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RegistryRecord> out) {
      Subject subject = record.topic().equals(agents) ? Subject.AGENT : Subject.USER;
      SourcePosition position =
          SourcePosition.inTopic(record.topic(), record.partition(), record.offset());
      out.collect(
          RegistryDecoder.decode(
              subject, record.key(), record.value(), position, record.timestamp()));
    }

    @Override
    public TypeInformation<RegistryRecord> getProducedType() {
      return TypeInformation.of(RegistryRecord.class);
    }
  }
}
