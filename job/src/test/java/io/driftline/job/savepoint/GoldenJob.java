package io.driftline.job.savepoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.KafkaStartOptions;
import io.driftline.job.ingest.AgentActionJson;
import io.driftline.job.state.Ordering;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.common.TopicPartition;

/**
 * The whole job on Kafka, every stage on, in event-time order: told things step by step, each step
 * read before the next, so that what comes of it depends on the stream alone.
 */
final class GoldenJob implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final Duration POLL = Duration.ofMillis(50);

  /** Both partitions bring events to the end; one that was idle would begin again too late. */
  private static final Duration IDLENESS = Duration.ofHours(1);

  private static final Duration QUIET = Duration.ofSeconds(1);

  private final GoldenCluster cluster;
  private final GoldenTopics topics;

  private GoldenJob(GoldenCluster cluster, GoldenTopics topics) {
    this.cluster = cluster;
    this.topics = topics;
  }

  /** Empty topics on a cluster with nothing to do yet, which is closed with this. */
  static GoldenJob on(GoldenCluster cluster) throws Exception {
    return new GoldenJob(cluster, GoldenTopics.createOn(cluster));
  }

  /** The options of the job: all that can be switched on is. */
  static Configuration options(String brokers) {
    return new Configuration()
        .set(DriftlineOptions.ORDER, Ordering.EVENT_TIME)
        .set(DriftlineOptions.BOOTSTRAP_SERVERS, brokers)
        .set(DriftlineOptions.AGENTS_TOPIC, GoldenTopics.AGENTS)
        .set(DriftlineOptions.PEOPLE_TOPIC, GoldenTopics.PEOPLE)
        .set(DriftlineOptions.CONTROL_TOPIC, GoldenTopics.CONTROL)
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
    publish(
        stream.of(part, List.of(GoldenTopics.AGENTS, GoldenTopics.PEOPLE, GoldenTopics.CONTROL)));
    awaitRead();
    publish(stream.of(part, List.of(GoldenTopics.ACTIVITY)));
    awaitRead();
    awaitQuiet();
  }

  /** Publishes a part that the job has read before, so that its offsets mean the same. */
  void publishRead(GoldenStream stream, int part) throws Exception {
    publish(stream.of(part, GoldenTopics.INPUTS));
  }

  /**
   * Publishes what is done besides, and waits until it is read and nothing comes of it any more.
   */
  void play(Iterator<AgentAction> actions) throws Exception {
    try (GoldenTopics.Publisher publisher = topics.publisher()) {
      while (actions.hasNext()) {
        AgentAction next = actions.next();
        publisher.send(
            new GoldenStream.Message(
                0,
                GoldenTopics.ACTIVITY,
                next.agentId(),
                new String(AgentActionJson.write(next), UTF_8)));
      }
    }
    awaitRead();
    awaitQuiet();
  }

  /** Ends the job where it is. */
  Path stopWithSavepoint(Path folder) throws Exception {
    return cluster.stop(folder);
  }

  /** What it has put out. */
  GoldenOutput output() {
    return new GoldenOutput(cluster.brokers());
  }

  private void publish(List<GoldenStream.Message> messages) throws Exception {
    try (GoldenTopics.Publisher publisher = topics.publisher()) {
      messages.forEach(publisher::send);
    }
  }

  private void awaitRead() throws Exception {
    Map<TopicPartition, Long> ends = topics.inputEnds();
    await(
        () -> topics.committedOffsets().entrySet().containsAll(ends.entrySet()),
        "the job did not read all its input");
  }

  /** Nothing was put out for a while, so that no transaction is open. */
  private void awaitQuiet() throws Exception {
    long[] since = {System.nanoTime()};
    List<Map<TopicPartition, Long>> last = new ArrayList<>(List.of(Map.of()));
    await(
        () -> {
          Map<TopicPartition, Long> now = topics.outputEnds();
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

  @Override
  public void close() throws Exception {
    topics.close();
    cluster.close();
  }
}
