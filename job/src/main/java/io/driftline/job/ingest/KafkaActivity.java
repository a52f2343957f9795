package io.driftline.job.ingest;

import static io.driftline.job.config.DriftlineOptions.ACTIVITY_TOPICS;
import static io.driftline.job.config.DriftlineOptions.BOOTSTRAP_SERVERS;
import static io.driftline.job.config.DriftlineOptions.BOUNDED;
import static io.driftline.job.config.DriftlineOptions.GROUP;
import static io.driftline.job.config.DriftlineOptions.IDLENESS;
import static io.driftline.job.config.DriftlineOptions.OUT_OF_ORDERNESS;
import static io.driftline.job.config.KafkaStartOptions.START_FROM;

import io.driftline.job.config.KafkaClient;
import io.driftline.job.config.SourceAlignment;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** Activity from Kafka. */
public final class KafkaActivity {

  private KafkaActivity() {}

  /** The decoded records of the activity topics; only committed ones, each exactly once. */
  public static DataStream<Decoded> of(StreamExecutionEnvironment env, Configuration config) {
    return env.fromSource(
            source(config),
            SourceAlignment.of(
                ActivityWatermarks.of(config.get(OUT_OF_ORDERNESS), config.get(IDLENESS)), config),
            "activity")
        .uid("activity");
  }

  private static KafkaSource<Decoded> source(Configuration config) {
    KafkaSourceBuilder<Decoded> builder =
        KafkaSource.<Decoded>builder()
            .setProperties(KafkaClient.properties(config))
            .setBootstrapServers(KafkaClient.require(config, BOOTSTRAP_SERVERS))
            .setTopics(config.get(ACTIVITY_TOPICS))
            .setGroupId(config.get(GROUP))
            .setProperty("isolation.level", "read_committed")
            .setStartingOffsets(beginning(config.get(START_FROM)))
            .setDeserializer(new ActivityKafkaDeserializer(Clock.systemUTC()));
    if (config.get(BOUNDED)) {
      builder.setBounded(OffsetsInitializer.latest());
    }
    return builder.build();
  }

  /** A restored position goes before either. */
  private static OffsetsInitializer beginning(String from) {
    if (from == null) {
      return OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
    }
    try {
      return OffsetsInitializer.timestamp(Instant.parse(from).toEpochMilli());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "%s is '%s', no instant: write 2026-01-28T08:30:00Z".formatted(START_FROM.key(), from),
          e);
    }
  }
}
