package io.driftline.job.cli.forward;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Dead letters as records of a topic: key, value and headers as they were, and {@code forward-…}
 * headers that tell why and from where.
 */
final class KafkaDeadLetters implements DeadLetters, AutoCloseable {

  private static final String MOST_BYTES = Integer.toString(16 << 20);
  private static final int ANSWER_WITHIN_MILLIS = 30_000;

  private final String topic;
  private final Producer<byte[], byte[]> producer;

  /**
   * Connects.
   *
   * @param client settings of the Kafka clients, with the brokers
   */
  KafkaDeadLetters(Properties client, String topic) {
    this(topic, producer(client));
  }

  KafkaDeadLetters(String topic, Producer<byte[], byte[]> producer) {
    this.topic = topic;
    this.producer = producer;
  }

  @Override
  public CompletableFuture<Void> store(Delivery delivery, Answer last) {
    CompletableFuture<Void> stored = new CompletableFuture<>();
    try {
      Future<?> unused =
          producer.send(
              letter(delivery, last),
              (metadata, error) -> {
                if (error == null) {
                  stored.complete(null);
                } else {
                  stored.completeExceptionally(error);
                }
              });
    } catch (KafkaException e) {
      stored.completeExceptionally(e);
    }
    return stored;
  }

  @Override
  public void close() {
    producer.close();
  }

  private ProducerRecord<byte[], byte[]> letter(Delivery delivery, Answer last) {
    ConsumerRecord<byte[], byte[]> message = delivery.message();
    // Stamped by the time it is written: by its own time, retention might delete it at once.
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(topic, null, null, message.key(), message.value(), message.headers());
    Headers headers = letter.headers();
    set(headers, "forward-reason", last.reason());
    set(headers, "forward-status", last.status());
    set(headers, "forward-attempts", delivery.attempts());
    set(headers, "forward-topic", message.topic());
    set(headers, "forward-partition", message.partition());
    set(headers, "forward-offset", message.offset());
    return letter;
  }

  /** In place of what an earlier stay among the dead letters has left. */
  private static void set(Headers headers, String name, Object value) {
    headers.remove(name).add(name, value.toString().getBytes(UTF_8));
  }

  private static Producer<byte[], byte[]> producer(Properties client) {
    Properties settings = new Properties();
    settings.put("max.request.size", MOST_BYTES);
    settings.put("max.block.ms", ANSWER_WITHIN_MILLIS);
    settings.putAll(client);
    settings.put("acks", "all");
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
