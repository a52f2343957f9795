package io.driftline.job.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What a topic holds, as far as it was committed when it was opened. Not for several threads. */
public final class CommittedTopic implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> ends;

  private CommittedTopic(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    this.consumer = consumer;
    this.ends = ends;
  }

  /**
   * Opens a topic at its beginning.
   *
   * @param client further settings of the client, for example how to authenticate
   * @param option how to name another topic, for the error
   * @throws CommandFailure if no broker answers, or the topic does not exist
   */
  public static CommittedTopic open(
      String bootstrapServers, String topic, Properties client, String option) {
    try (KafkaCheck kafka = KafkaCheck.connect(bootstrapServers, client)) {
      kafka.requireTopic(topic, option);
    }
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            settings(bootstrapServers, client),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    return new CommittedTopic(consumer, consumer.endOffsets(partitions));
  }

  /** The next records, each partition's in order; none at the end. */
  public List<ConsumerRecord<byte[], byte[]>> next() {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    while (records.isEmpty() && !isAtEnd()) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        if (record.offset() < ends.get(partition)) {
          records.add(record);
        }
      }
    }
    return records;
  }

  @Override
  public void close() {
    consumer.close();
  }

  private boolean isAtEnd() {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private static Properties settings(String bootstrapServers, Properties client) {
    Properties settings = new Properties();
    settings.setProperty("max.poll.records", "4000");
    settings.putAll(client);
    settings.setProperty("bootstrap.servers", bootstrapServers);
    settings.setProperty("isolation.level", "read_committed");
    settings.setProperty("auto.offset.reset", "earliest");
    return settings;
  }
}
