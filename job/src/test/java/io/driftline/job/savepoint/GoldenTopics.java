package io.driftline.job.savepoint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics that the job of the golden savepoints reads and writes, and how far it has got. */
final class GoldenTopics implements AutoCloseable {

  static final String ACTIVITY = "agent-activity";
  static final String AGENTS = "agent-registry";
  static final String PEOPLE = "people-registry";
  static final String CONTROL = "driftline-control";
  static final List<String> INPUTS = List.of(ACTIVITY, AGENTS, PEOPLE, CONTROL);

  private static final int ACTIVITY_PARTITIONS = 2;
  private static final Map<String, String> KEEP = Map.of("retention.ms", "-1");

  private final String brokers;
  private final Admin admin;

  private GoldenTopics(GoldenCluster cluster) {
    this.brokers = cluster.brokers();
    this.admin = cluster.admin();
  }

  /** Empty ones. */
  static GoldenTopics createOn(GoldenCluster cluster) throws Exception {
    for (String topic : INPUTS) {
      cluster.createTopic(topic, partitions(topic), KEEP);
    }
    for (String topic : GoldenOutput.TOPICS.all()) {
      cluster.createTopic(topic, 1, KEEP);
    }
    return new GoldenTopics(cluster);
  }

  Publisher publisher() {
    return new Publisher();
  }

  /** Where the inputs end that have anything. */
  Map<TopicPartition, Long> inputEnds() throws Exception {
    Map<TopicPartition, Long> ends = ends(INPUTS);
    ends.values().removeIf(end -> end == 0);
    return ends;
  }

  Map<TopicPartition, Long> outputEnds() throws Exception {
    return ends(GoldenOutput.TOPICS.all());
  }

  /** How far the job has read by its latest checkpoint: its sources commit with each. */
  Map<TopicPartition, Long> committedOffsets() throws Exception {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (String group : List.of("driftline", "driftline-registry", "driftline-control")) {
      admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .forEach((partition, offset) -> offsets.put(partition, offset.offset()));
    }
    return offsets;
  }

  private static int partitions(String topic) {
    return topic.equals(ACTIVITY) ? ACTIVITY_PARTITIONS : 1;
  }

  private static int partition(GoldenStream.Message message) {
    return message.key() == null
        ? 0
        : Math.floorMod(message.key().hashCode(), partitions(message.topic()));
  }

  private Map<TopicPartition, Long> ends(List<String> topics) throws Exception {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (String topic : topics) {
      for (int partition = 0; partition < partitions(topic); partition++) {
        asked.put(new TopicPartition(topic, partition), OffsetSpec.latest());
      }
    }
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin
        .listOffsets(asked)
        .all()
        .get()
        .forEach((partition, info) -> ends.put(partition, info.offset()));
    return ends;
  }

  /** Says when it is closed whether the broker has all. */
  final class Publisher implements AutoCloseable {

    private static final long TOLD = 1_767_571_200_000L;

    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers), new StringSerializer(), new StringSerializer());

    void send(GoldenStream.Message each) {
      Future<?> unused =
          producer.send(
              new ProducerRecord<>(each.topic(), partition(each), TOLD, each.key(), each.value()),
              (stored, error) -> failure.compareAndSet(null, error));
    }

    @Override
    public void close() throws Exception {
      producer.close();
      if (failure.get() != null) {
        throw failure.get();
      }
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
