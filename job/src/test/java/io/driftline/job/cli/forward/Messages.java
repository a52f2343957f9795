package io.driftline.job.cli.forward;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Records as they are read from Kafka. */
final class Messages {

  static final String TOPIC = "driftline.incidents";

  private Messages() {}

  static TopicPartition partition(int number) {
    return new TopicPartition(TOPIC, number);
  }

  static ConsumerRecord<byte[], byte[]> of(int partition, long offset, String agent, String value) {
    return new ConsumerRecord<>(TOPIC, partition, offset, bytes(agent), bytes(value));
  }

  /** Of partition 0, saying its agent and offset. */
  static ConsumerRecord<byte[], byte[]> of(long offset, String agent) {
    return of(0, offset, agent, agent + offset);
  }

  static Delivery delivery(long offset, String agent) {
    return new Delivery(of(offset, agent));
  }

  static String text(Delivery delivery) {
    return new String(delivery.message().value(), UTF_8);
  }

  private static byte[] bytes(String text) {
    return text == null ? null : text.getBytes(UTF_8);
  }
}
