package io.driftline.job.cli.demo;

import io.driftline.decide.Anomaly;
import io.driftline.job.cli.alerts.AnomalyReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The anomalies of a topic, as soon as they are committed. Not for use by several threads. */
final class KafkaAnomalyFeed implements AnomalyFeed, AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  /** Reads {@code topic} from its beginning. */
  KafkaAnomalyFeed(String bootstrapServers, String topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
  }

  @Override
  public List<Anomaly> poll(Duration patience) throws IOException {
    List<Anomaly> anomalies = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> read : consumer.poll(patience)) {
      anomalies.add(AnomalyReader.read(read.value()));
    }
    return anomalies;
  }

  /** All that is committed by now and was not polled yet. */
  List<Anomaly> rest() throws IOException {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    List<Anomaly> rest = new ArrayList<>();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      rest.addAll(poll(POLL));
    }
    return rest;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
