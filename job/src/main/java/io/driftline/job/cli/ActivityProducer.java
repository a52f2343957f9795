package io.driftline.job.cli;

import io.driftline.activity.AgentAction;
import io.driftline.job.ingest.AgentActionJson;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes actions to a topic, keyed by agent so that those of one agent stay in order. Not for use
 * by several threads.
 */
public final class ActivityProducer implements AutoCloseable {

  private static final int BATCH_BYTES = 256 << 10;
  private static final int LINGER_MILLIS = 20;

  private final String topic;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /** A producer for brokers that let everybody in. */
  public ActivityProducer(String bootstrapServers, String topic) {
    this(bootstrapServers, topic, new Properties());
  }

  /**
   * A producer.
   *
   * @param client further settings of the client, for example how to authenticate
   */
  public ActivityProducer(String bootstrapServers, String topic, Properties client) {
    this.topic = topic;
    Properties settings = new Properties();
    settings.putAll(client);
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("batch.size", BATCH_BYTES);
    settings.put("linger.ms", LINGER_MILLIS);
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Sends one action; it is on its way when this returns.
   *
   * @throws CommandFailure if the broker refused this action or one before
   */
  public void send(AgentAction action) {
    byte[] key = action.agentId().getBytes(StandardCharsets.UTF_8);
    Future<?> unused =
        producer.send(
            new ProducerRecord<>(topic, key, AgentActionJson.write(action)),
            (stored, error) -> failure.compareAndSet(null, error));
    requireAccepted();
  }

  /** Waits until the broker has everything sent. */
  public void flush() {
    producer.flush();
    requireAccepted();
  }

  @Override
  public void close() {
    producer.close();
  }

  private void requireAccepted() {
    Exception error = failure.get();
    if (error != null) {
      throw new CommandFailure(
          "cannot write to topic " + topic + ": " + error.getMessage(),
          "is the broker still up?",
          error);
    }
  }
}
