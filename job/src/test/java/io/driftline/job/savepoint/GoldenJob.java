package io.driftline.job.savepoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.driftline.job.AgentAnomalyJob;
import io.driftline.job.JobDefaults;
import io.driftline.job.cli.CommittedTopic;
import io.driftline.job.cli.local.EmbeddedBroker;
import io.driftline.job.cli.local.LocalCluster;
import io.driftline.job.cli.local.LocalClusterSettings;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.KafkaStartOptions;
import io.driftline.job.config.OutputTopics;
import io.driftline.job.state.Ordering;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
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
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration POLL = Duration.ofMillis(50);

  /** Both partitions bring events to the end; one that was idle would begin again too late. */
  private static final Duration IDLENESS = Duration.ofHours(1);

  private static final int ACTIVITY_PARTITIONS = 2;

  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final OutputTopics OUTPUTS = new OutputTopics("driftline");
  private static final List<String> STATEMENTS =
      List.of(OUTPUTS.hidden(), OUTPUTS.relationships(), OUTPUTS.credentials());
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final EmbeddedBroker broker;
  private final LocalCluster cluster;
  private final Admin admin;
  private JobClient job;

  private GoldenJob(EmbeddedBroker broker, LocalCluster cluster) {
    this.broker = broker;
    this.cluster = cluster;
    this.admin = broker.admin();
  }

  /** A broker with empty topics and a cluster with nothing to do yet. */
  static GoldenJob prepare(int slots) throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.start();
    INPUTS.forEach(
        topic -> broker.createTopic(topic, partitions(topic), Map.of("retention.ms", "-1")));
    OUTPUTS.all().forEach(topic -> broker.createTopic(topic, 1, Map.of("retention.ms", "-1")));
    return new GoldenJob(
        broker,
        LocalCluster.start(
            LocalClusterSettings.ofSlots(slots).withCheckpointInterval(Duration.ofMillis(300))));
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
    Configuration more =
        JobDefaults.under(new Configuration().set(RestartStrategyOptions.RESTART_STRATEGY, "none"));
    more.removeConfig(org.apache.flink.configuration.CheckpointingOptions.CHECKPOINTING_INTERVAL);
    if (savepoint != null) {
      more.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
    }
    StreamExecutionEnvironment env = cluster.environment(more);
    AgentAnomalyJob.defineWorkflow(env, options(broker.bootstrapServers()));
    job = env.executeAsync("golden");
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

  /** Ends the job where it is. */
  Path stopWithSavepoint(Path folder) throws Exception {
    String at =
        job.stopWithSavepoint(false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
            .get();
    job.getJobExecutionResult().get();
    return Path.of(java.net.URI.create(at));
  }

  /** Ends the job as if there came nothing any more. */
  void drain(Path folder) throws Exception {
    job.stopWithSavepoint(true, folder.toUri().toString(), SavepointFormatType.CANONICAL).get();
    job.getJobExecutionResult().get();
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
        CommittedTopic.open(broker.bootstrapServers(), topics, new Properties(), "")) {
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
    long told = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
    Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      List<java.util.concurrent.Future<?>> sent = new ArrayList<>();
      for (GoldenStream.Message each : messages) {
        sent.add(
            producer.send(
                new ProducerRecord<>(
                    each.topic(), partition(each), told, each.key(), each.value())));
      }
      for (java.util.concurrent.Future<?> each : sent) {
        each.get();
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
          return System.nanoTime() - since[0] > 2 * QUIET.toNanos();
        },
        "the job did not come to rest");
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private void await(Condition condition, String otherwise) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (job.getJobExecutionResult().isDone()) {
        job.getJobExecutionResult().get();
      }
      assertThat(System.nanoTime()).as(otherwise).isLessThan(deadline);
      Thread.onSpinWait();
      new java.util.concurrent.CountDownLatch(1)
          .await(POLL.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
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
  public void close() {
    cluster.close();
    admin.close();
    broker.close();
  }
}
