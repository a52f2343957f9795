package io.driftline.job.cli.bench;

import io.driftline.job.registry.RegistryEntry;
import io.driftline.job.registry.RegistryJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topics of a benchmark: fills the input, empties the outputs, reads when the last arrived. */
final class BenchTopics {

  /** Transaction markers stand among the last records of a partition, a few per run. */
  private static final int TAIL_RECORDS = 1000;

  private static final Duration POLL = Duration.ofMillis(500);

  private static final byte[] END_MARK = "end".getBytes(StandardCharsets.US_ASCII);

  private final String bootstrapServers;
  private final int partitions;

  BenchTopics(String bootstrapServers, int partitions) {
    this.bootstrapServers = bootstrapServers;
    this.partitions = partitions;
  }

  /** Creates {@code topic} and writes {@code events} to its partitions in turn. */
  void fill(String topic, Iterator<byte[]> events, LongConsumer written) throws Exception {
    create(List.of(topic), Map.of("retention.ms", "-1"));
    AtomicReference<Exception> failure = new AtomicReference<>();
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      for (long i = 0; events.hasNext() && failure.get() == null; i++) {
        int partition = (int) (i % partitions);
        Future<?> unused =
            producer.send(
                new ProducerRecord<>(topic, partition, null, events.next()),
                (stored, error) -> failure.compareAndSet(null, error));
        written.accept(i + 1);
      }
      markEnds(producer, topic);
    }
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  /** Creates {@code topic} and writes records of the registry, keyed by whom they are about. */
  void fill(String topic, List<RegistryEntry> registry) throws Exception {
    create(List.of(topic), Map.of("retention.ms", "-1"));
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      for (RegistryEntry entry : registry) {
        byte[] key = entry.id().getBytes(StandardCharsets.UTF_8);
        Future<?> unused =
            producer.send(new ProducerRecord<>(topic, key, RegistryJson.write(entry)));
      }
    }
  }

  /** A record that is no event ends each partition: it shows in the outputs when all is read. */
  private void markEnds(KafkaProducer<byte[], byte[]> producer, String topic) {
    for (int partition = 0; partition < partitions; partition++) {
      Future<?> unused = producer.send(new ProducerRecord<>(topic, partition, null, END_MARK));
    }
  }

  /** Creates output topics in which the broker stamps every record with its time of arrival. */
  void createOutputs(Collection<String> topics) throws Exception {
    create(topics, Map.of("retention.ms", "-1", "message.timestamp.type", "LogAppendTime"));
  }

  void delete(Collection<String> topics) throws Exception {
    try (Admin admin = Admin.create(client())) {
      admin.deleteTopics(topics).all().get();
    }
  }

  /**
   * When the last record of these topics arrived, in milliseconds since the epoch.
   *
   * @throws IllegalStateException if they hold none
   */
  long lastArrival(Collection<String> topics) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> all =
          topics.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      long last = lastArrival(consumer, all);
      if (last < 0) {
        throw new IllegalStateException("the pipeline wrote nothing to " + topics);
      }
      return last;
    }
  }

  private static long lastArrival(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    consumer.assign(partitions);
    ends.forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - TAIL_RECORDS)));
    long last = -1;
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<byte[], byte[]> read : consumer.poll(POLL)) {
        last = Math.max(last, read.timestamp());
      }
    }
    return last;
  }

  private void create(Collection<String> topics, Map<String, String> config) throws Exception {
    List<NewTopic> all =
        topics.stream()
            .map(topic -> new NewTopic(topic, partitions, (short) 1).configs(config))
            .toList();
    try (Admin admin = Admin.create(client())) {
      admin.createTopics(all).all().get();
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    Map<String, Object> settings = client();
    settings.put("batch.size", 256 << 10);
    settings.put("linger.ms", 20);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(client(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private Map<String, Object> client() {
    return new HashMap<>(Map.of("bootstrap.servers", bootstrapServers));
  }
}
