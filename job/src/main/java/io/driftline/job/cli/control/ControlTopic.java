package io.driftline.job.cli.control;

import io.driftline.job.cli.BrokerOptions;
import io.driftline.job.cli.CommandFailure;
import io.driftline.job.cli.CommittedTopic;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.control.ControlKeys;
import io.driftline.job.control.ControlRecord;
import io.driftline.job.control.ControlVerifier;
import io.driftline.job.ingest.SourcePosition;
import io.driftline.job.topic.KafkaCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The topic of control messages, as a command reads and writes it. */
public final class ControlTopic {

  private static final String DEFAULT = "driftline-control";
  private static final int ANSWER_WITHIN_MILLIS = 30_000;

  @Option(
      names = "--control-topic",
      paramLabel = "TOPIC",
      description =
          "topic of control messages (default: what -D driftline.kafka.control-topic says, else "
              + DEFAULT
              + ")")
  private String topic;

  @Mixin private BrokerOptions brokers;

  /** The brokers. */
  public String bootstrapServers() {
    return brokers.servers();
  }

  /** Options of the job. */
  public Configuration configuration() {
    return brokers.configuration();
  }

  /** Name of the topic. */
  public String name() {
    String configured = brokers.configuration().get(DriftlineOptions.CONTROL_TOPIC);
    return topic != null ? topic : configured != null ? configured : DEFAULT;
  }

  /** What is published of policies; none if the topic does not exist. */
  PolicyInForce inForce() {
    PolicyInForce inForce = new PolicyInForce();
    if (!exists()) {
      return inForce;
    }
    ControlVerifier verifier = ControlVerifier.of(brokers.configuration());
    try (CommittedTopic read =
        CommittedTopic.open(brokers.servers(), name(), client(), "--control-topic")) {
      for (var batch = read.next(); !batch.isEmpty(); batch = read.next()) {
        batch.forEach(record -> inForce.take(decoded(verifier, record)));
      }
    }
    return inForce;
  }

  /** Whether there is such a topic. */
  boolean exists() {
    try (KafkaCheck kafka = KafkaCheck.connect(brokers.servers(), client())) {
      return kafka.missing(List.of(name())).isEmpty();
    }
  }

  /**
   * Publishes a message; the topic must exist, since it says who may write to it.
   *
   * @param key PEM file of the private key to sign with; {@code null} to leave it unsigned
   * @throws CommandFailure if the brokers do not take it
   */
  public void publish(byte[] message, Path key) throws IOException {
    try (KafkaCheck kafka = KafkaCheck.connect(brokers.servers(), client())) {
      kafka.requireTopic(name(), "--control-topic");
    }
    Properties settings = new Properties();
    settings.putAll(client());
    settings.put("bootstrap.servers", brokers.servers());
    settings.put("max.block.ms", ANSWER_WITHIN_MILLIS);
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(name(), message);
    if (key != null) {
      record.headers().add(ControlKeys.HEADER, signature(message, key));
    }
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(record).get();
    } catch (ExecutionException | KafkaException e) {
      throw new CommandFailure(
          "cannot publish to topic " + name() + ": " + e.getMessage(), "is the broker up?", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("interrupted, perhaps not published", "control show tells", e);
    }
  }

  private byte[] signature(byte[] message, Path key) throws IOException {
    try {
      return ControlKeys.sign(ControlKeys.privateKey(key), name(), message);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), "name the file that keygen wrote", e);
    }
  }

  private static ControlRecord decoded(
      ControlVerifier verifier, ConsumerRecord<byte[], byte[]> record) {
    SourcePosition position =
        SourcePosition.inTopic(record.topic(), record.partition(), record.offset());
    return verifier.decode(record, position);
  }

  private Properties client() {
    return brokers.client();
  }
}
