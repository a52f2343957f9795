package io.driftline.job.cli;

import io.driftline.job.topic.KafkaCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What one topic or several hold, as far as it was committed when they were opened; and, if asked
 * for, what comes after. Not for several threads.
 */
public final class CommittedTopic implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> beginnings;
  private final Map<TopicPartition, Long> ends;

  private CommittedTopic(
      KafkaConsumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
    this.consumer = consumer;
    this.beginnings = consumer.beginningOffsets(partitions);
    this.ends = consumer.endOffsets(partitions);
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
    return open(bootstrapServers, List.of(topic), client, option);
  }

  /**
   * Opens topics at their beginning.
   *
   * @param client further settings of the client, for example how to authenticate
   * @param option how to name other topics, for the error
   * @throws CommandFailure if no broker answers, or a topic does not exist
   */
  public static CommittedTopic open(
      String bootstrapServers, Collection<String> topics, Properties client, String option) {
    try (KafkaCheck kafka = KafkaCheck.connect(bootstrapServers, client)) {
      topics.forEach(topic -> kafka.requireTopic(topic, option));
    }
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            settings(bootstrapServers, client),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    return new CommittedTopic(consumer, partitions);
  }

  /** Goes on with what is committed from now on. */
  public void skip() {
    ends.forEach(consumer::seek);
  }

  /**
   * Passes over what was published before an instant. A partition in which nothing was published
   * since is read in full: its records may tell of times that are yet to come.
   */
  public void skipTo(Instant instant) {
    Map<TopicPartition, Long> instants = new HashMap<>();
    ends.keySet().forEach(partition -> instants.put(partition, instant.toEpochMilli()));
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(instants);
    found.forEach(
        (partition, at) -> {
          if (at != null) {
            consumer.seek(partition, at.offset());
          }
        });
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

  /** The next records, also those after the end; none if none comes within {@code patience}. */
  public List<ConsumerRecord<byte[], byte[]>> await(Duration patience) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    consumer.poll(patience).forEach(records::add);
    return records;
  }

  /** How many offsets there are from beginning to end. */
  public long length() {
    return sum(partition -> ends.get(partition) - beginnings.get(partition));
  }

  /** How many of them have been passed. */
  public long passed() {
    return sum(partition -> consumer.position(partition) - beginnings.get(partition));
  }

  @Override
  public void close() {
    consumer.close();
  }

  private boolean isAtEnd() {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private long sum(ToLongFunction<TopicPartition> length) {
    return ends.keySet().stream().mapToLong(length).sum();
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
