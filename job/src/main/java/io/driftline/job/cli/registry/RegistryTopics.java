package io.driftline.job.cli.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.driftline.job.cli.CommandFailure;
import io.driftline.job.registry.RegistryEntry;
import io.driftline.job.registry.RegistryJson;
import io.driftline.job.topic.KafkaCheck;
import io.driftline.registry.RegistryChange.Subject;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topics of the registry, as a command reads and writes them. */
final class RegistryTopics implements AutoCloseable {

  /** Whoever replays a month of activity still finds what the registry said then. */
  private static final String KEPT_MILLIS = Long.toString(Duration.ofDays(30).toMillis());

  private static final Map<String, String> COMPACTED =
      Map.of(
          "cleanup.policy", "compact",
          "min.compaction.lag.ms", KEPT_MILLIS,
          "delete.retention.ms", KEPT_MILLIS);

  private static final String TRANSACTIONAL_ID = "driftline-registry-apply";
  private static final int ANSWER_WITHIN_MILLIS = 30_000;

  private final Map<Subject, String> names;
  private final Properties client;
  private final KafkaCheck kafka;

  /**
   * Connects.
   *
   * @param client settings of the Kafka clients besides the brokers
   * @throws CommandFailure if the address cannot be one
   */
  RegistryTopics(String bootstrapServers, Properties client, Map<Subject, String> names) {
    this.names = new EnumMap<>(names);
    this.client = new Properties();
    this.client.putAll(client);
    this.client.put("bootstrap.servers", bootstrapServers);
    this.kafka = KafkaCheck.connect(bootstrapServers, client);
  }

  /** The subjects whose topics exist. */
  List<Subject> existing() {
    List<String> missing = kafka.missing(names.values());
    return Stream.of(Subject.values())
        .filter(subject -> !missing.contains(names.get(subject)))
        .toList();
  }

  /**
   * Reads topics to the end they have now.
   *
   * @param warn told of each record that is not understood, and of topics that forget
   */
  RegistryContent read(Collection<Subject> subjects, Consumer<String> warn) {
    RegistryContent content = new RegistryContent();
    for (Subject subject : subjects) {
      warnOfRetention(names.get(subject), warn);
      try (TopicReader reader = new TopicReader(client, subject, names.get(subject))) {
        reader.read(content, warn);
      } catch (KafkaException e) {
        throw failure("cannot read topic " + names.get(subject), e);
      }
    }
    return content;
  }

  /**
   * Creates the topics of these subjects that are missing.
   *
   * @return their names
   */
  List<String> create(Collection<Subject> subjects) {
    return kafka.createMissing(subjects.stream().map(names::get).toList(), COMPACTED);
  }

  String name(Subject subject) {
    return names.get(subject);
  }

  /**
   * Publishes all entries or none; a removal as a tombstone.
   *
   * @throws CommandFailure if the brokers do not take them
   */
  void publish(List<RegistryEntry> entries) {
    Properties settings = new Properties();
    settings.putAll(client);
    settings.put("transactional.id", TRANSACTIONAL_ID);
    settings.put("max.block.ms", ANSWER_WITHIN_MILLIS);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      for (RegistryEntry entry : entries) {
        Future<?> unused = producer.send(message(entry));
      }
      // Fails if a record was refused.
      producer.commitTransaction();
    } catch (KafkaException e) {
      throw failure("cannot publish", e);
    }
  }

  @Override
  public void close() {
    kafka.close();
  }

  private void warnOfRetention(String topic, Consumer<String> warn) {
    try {
      if (!kafka.setting(topic, "cleanup.policy").equals("compact")) {
        warn.accept(
            "topic %s forgets records that are old; set its cleanup.policy to compact"
                .formatted(topic));
      }
    } catch (CommandFailure unanswered) {
      // Not every client may ask for that, and whoever may not can still publish.
    }
  }

  private ProducerRecord<byte[], byte[]> message(RegistryEntry entry) {
    return new ProducerRecord<>(
        names.get(entry.subject()),
        entry.id().getBytes(UTF_8),
        entry.isRemoval() ? null : RegistryJson.write(entry));
  }

  private static CommandFailure failure(String what, KafkaException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return new CommandFailure(
        what + ": " + cause.getMessage(), "may this client do that? to try again does no harm", e);
  }
}
