package io.driftline.job.savepoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.driftline.activity.AgentAction;
import io.driftline.job.cli.CommittedTopic;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.KafkaStartOptions;
import io.driftline.job.config.OutputTopics;
import io.driftline.job.ingest.AgentActionJson;
import io.driftline.job.state.Ordering;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The whole job on Kafka, every stage on, in event-time order: told things step by step, each step
 * read before the next, so that what comes of it depends on the stream alone.
 */
final class GoldenJob implements AutoCloseable {

  static final String ACTIVITY_TOPIC = "agent-activity";
  static final String AGENTS_TOPIC = "agent-registry";
  static final String PEOPLE_TOPIC = "people-registry";
  static final String CONTROL_TOPIC = "driftline-control";

  private static final List<String> INPUTS =
      List.of(ACTIVITY_TOPIC, AGENTS_TOPIC, PEOPLE_TOPIC, CONTROL_TOPIC);
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final Duration POLL = Duration.ofMillis(50);

  /** Both partitions bring events to the end; one that was idle would begin again too late. */
  private static final Duration IDLENESS = Duration.ofHours(1);

  private static final int ACTIVITY_PARTITIONS = 2;

  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final OutputTopics OUTPUTS = new OutputTopics("driftline");
  private static final List<String> STATEMENTS =
      List.of(OUTPUTS.hidden(), OUTPUTS.relationships(), OUTPUTS.credentials());
  private static final Map<String, String> KEEP = Map.of("retention.ms", "-1");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final GoldenCluster cluster;
  private final Admin admin;

  private GoldenJob(GoldenCluster cluster) {
    this.cluster = cluster;
    this.admin = cluster.admin();
  }

  /** Empty topics and a cluster in this process with nothing to do yet. */
  static GoldenJob prepare(int slots) throws Exception {
    return on(InProcessCluster.of(slots));
  }

  /** Empty topics on a cluster with nothing to do yet, which is closed with this. */
  static GoldenJob on(GoldenCluster cluster) throws Exception {
    for (String topic : INPUTS) {
      cluster.createTopic(topic, partitions(topic), KEEP);
    }
    for (String topic : OUTPUTS.all()) {
      cluster.createTopic(topic, 1, KEEP);
    }
    return new GoldenJob(cluster);
  }

  /** The options of the job: all that can be switched on is. */
  static Configuration options(String brokers) {
    return new Configuration()
        .set(DriftlineOptions.ORDER, Ordering.EVENT_TIME)
        .set(DriftlineOptions.BOOTSTRAP_SERVERS, brokers)
        .set(DriftlineOptions.AGENTS_TOPIC, AGENTS_TOPIC)
        .set(DriftlineOptions.PEOPLE_TOPIC, PEOPLE_TOPIC)
        .set(DriftlineOptions.CONTROL_TOPIC, CONTROL_TOPIC)
        .set(DriftlineOptions.AUDIT, true)
        .set(DriftlineOptions.RELATIONSHIPS, true)
        .set(DriftlineOptions.IDLENESS, IDLENESS)
        .set(KafkaStartOptions.REGISTRY_QUIET, QUIET)
        .set(DriftlineOptions.TRANSACTION_TIMEOUT, Duration.ofMinutes(5));
  }

  /**
   * Starts the job.
   *
   * @param savepoint what it goes on from; {@code null} for nothing
   */
  void start(Path savepoint) throws Exception {
    cluster.start(options(cluster.brokers()), savepoint);
  }

  /** Publishes a part and waits until it is read: first what it must know, then what was done. */
  void play(GoldenStream stream, int part) throws Exception {
    publish(stream.of(part, List.of(AGENTS_TOPIC, PEOPLE_TOPIC, CONTROL_TOPIC)));
    awaitRead();
    publish(stream.of(part, List.of(ACTIVITY_TOPIC)));
    awaitRead();
    awaitQuiet();
  }

  /** Publishes a part that the job has read before, so that its offsets mean the same. */
  void publishRead(GoldenStream stream, int part) throws Exception {
    publish(stream.of(part, INPUTS));
  }

  /**
   * Publishes what is done besides, and waits until it is read and nothing comes of it any more.
   */
  void play(Iterator<AgentAction> actions) throws Exception {
    try (Publisher publisher = new Publisher()) {
      while (actions.hasNext()) {
        AgentAction next = actions.next();
        publisher.send(
            new GoldenStream.Message(
                0, ACTIVITY_TOPIC, next.agentId(), new String(AgentActionJson.write(next), UTF_8)));
      }
    }
    awaitRead();
    awaitQuiet();
  }

  /** Ends the job where it is. */
  Path stopWithSavepoint(Path folder) throws Exception {
    return cluster.stop(false, folder);
  }

  /** Ends the job as if there came nothing any more. */
  void drain(Path folder) throws Exception {
    Path unused = cluster.stop(true, folder);
  }

  /** All that was put out and committed, one line each: topic, id, digest; sorted. */
  List<String> told() throws Exception {
    List<String> lines = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : committed(OUTPUTS.logs())) {
      lines.add(line(record));
    }
    return lines.stream().sorted().toList();
  }

  /**
   * What holds in the end by the compacted topics, one line for each key. What was told on the way
   * there depends on the steps in which event time went, and so does when a chain is sealed.
   */
  List<String> latest() throws Exception {
    Map<String, String> lines = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : committed(STATEMENTS)) {
      lines.put(record.topic() + new String(record.key(), UTF_8), line(record));
    }
    return lines.values().stream().sorted().toList();
  }

  private static String line(ConsumerRecord<byte[], byte[]> record) throws Exception {
    return "%s %s %s".formatted(record.topic(), id(record), GoldenSavepoint.digest(record.value()));
  }

  /** The anomalies that were put out and committed. */
  List<JsonNode> anomalies() throws Exception {
    List<JsonNode> read = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : committed(List.of(OUTPUTS.anomalies()))) {
      read.add(MAPPER.readTree(record.value()));
    }
    return read;
  }

  private List<ConsumerRecord<byte[], byte[]>> committed(List<String> topics) {
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    try (CommittedTopic topic =
        CommittedTopic.open(cluster.brokers(), topics, new Properties(), "")) {
      List<ConsumerRecord<byte[], byte[]>> next = topic.next();
      while (!next.isEmpty()) {
        all.addAll(next);
        next = topic.next();
      }
    }
    return all;
  }

  private static String id(ConsumerRecord<byte[], byte[]> record) throws Exception {
    JsonNode id = MAPPER.readTree(record.value()).path("id");
    return id.isTextual()
        ? id.textValue()
        : record.key() == null ? "-" : new String(record.key(), UTF_8).replaceAll("\\s", "_");
  }

  private void publish(List<GoldenStream.Message> messages) throws Exception {
    try (Publisher publisher = new Publisher()) {
      messages.forEach(publisher::send);
    }
  }

  /** Says when it is closed whether the broker has all. */
  private final class Publisher implements AutoCloseable {

    private static final long TOLD = 1_767_571_200_000L;

    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", cluster.brokers()),
            new StringSerializer(),
            new StringSerializer());

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

  /** A source commits offsets with each checkpoint. */
  private void awaitRead() throws Exception {
    Map<TopicPartition, Long> ends = ends(INPUTS);
    ends.values().removeIf(end -> end == 0);
    await(
        () -> committedOffsets().entrySet().containsAll(ends.entrySet()),
        "the job did not read all its input");
  }

  /** Nothing was put out for a while, so that no transaction is open. */
  private void awaitQuiet() throws Exception {
    long[] since = {System.nanoTime()};
    List<Map<TopicPartition, Long>> last = new ArrayList<>(List.of(Map.of()));
    await(
        () -> {
          Map<TopicPartition, Long> now = ends(OUTPUTS.all());
          if (!now.equals(last.get(0))) {
            last.set(0, now);
            since[0] = System.nanoTime();
          }
          return System.nanoTime() - since[0] > cluster.rest().toNanos();
        },
        "the job did not come to rest");
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private void await(Condition condition, String otherwise) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      cluster.requireNotFailed();
      assertThat(System.nanoTime()).as(otherwise).isLessThan(deadline);
      Thread.onSpinWait();
      new CountDownLatch(1).await(POLL.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private Map<TopicPartition, Long> committedOffsets() throws Exception {
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
    return topic.equals(ACTIVITY_TOPIC) ? ACTIVITY_PARTITIONS : 1;
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

  @Override
  public void close() throws Exception {
    admin.close();
    cluster.close();
  }
}
