package io.driftline.job.cli.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.driftline.explain.PlainText;
import io.driftline.job.ingest.Refusal;
import io.driftline.job.registry.RegistryDecoder;
import io.driftline.registry.RegistryChange.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what one topic of the registry says by now: the last committed record of each key. */
final class TopicReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);

  private final Subject subject;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  TopicReader(Properties client, Subject subject, String topic) {
    Properties settings = new Properties();
    settings.putAll(client);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    this.subject = subject;
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
  }

  /**
   * Puts all of it into {@code content}.
   *
   * @param warn told of each record that is not understood
   */
  void read(RegistryContent content, Consumer<String> warn) {
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(POLL).forEach(read -> take(read, content, warn));
    }
  }

  /** A record that is not understood counts as none, so that the next one published repairs it. */
  private void take(
      ConsumerRecord<byte[], byte[]> read, RegistryContent content, Consumer<String> warn) {
    try {
      content.put(RegistryDecoder.entry(subject, read.key(), read.value()));
    } catch (Refusal refusal) {
      if (read.key() != null) {
        content.remove(subject, new String(read.key(), UTF_8));
      }
      warn.accept(
          "%s, partition %d, offset %d is not understood: %s"
              .formatted(
                  read.topic(),
                  read.partition(),
                  read.offset(),
                  PlainText.neutral(refusal.getMessage())));
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
