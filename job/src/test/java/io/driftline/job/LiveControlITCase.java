package io.driftline.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.driftline.activity.AgentAction;
import io.driftline.job.cli.ActivityProducer;
import io.driftline.job.cli.Driftline;
import io.driftline.job.cli.local.EmbeddedBroker;
import io.driftline.job.cli.local.LocalCluster;
import io.driftline.job.cli.local.LocalClusterSettings;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.OutputTopics;
import io.driftline.job.control.ControlKeys;
import io.driftline.simulate.EnterpriseSimulator;
import io.driftline.simulate.SimulationSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/**
 * A running job is told other lines: they move while it runs, only by who may move them, and stay
 * where they were set when the TaskManager is killed.
 */
@Timeout(300)
class LiveControlITCase {

  private static final String ACTIVITY = "agent-activity";
  private static final String CONTROL = "driftline-control";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final OutputTopics TOPICS = new OutputTopics("driftline");

  private final KeyPair keys = ControlKeys.generate();

  @Test
  void linesMoveWithinTwoSecondsAndStayThroughAFailure(TestReporter reporter) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start();
        LocalCluster cluster = LocalCluster.start(clusterSettings())) {
      broker.createTopic(ACTIVITY, 1, Map.of());
      broker.createTopic(CONTROL, 1, Map.of());
      TOPICS.all().forEach(topic -> broker.createTopic(topic, 1, Map.of("retention.ms", "-1")));
      StreamExecutionEnvironment env = cluster.environment(JobDefaults.required());
      AgentAnomalyJob.defineWorkflow(env, config(broker));
      JobClient job = env.executeAsync("live");
      try (Feed feed = new Feed(broker)) {
        byte[] low = policy(1, 1);
        say(broker, low, ControlKeys.sign(keys.getPrivate(), CONTROL, low));
        feed.until(() -> feed.raised > 20);

        byte[] high = policy(2, 100);
        long lowered = say(broker, high, ControlKeys.sign(keys.getPrivate(), CONTROL, high));
        feed.until(() -> feed.sentSince(lowered + 3_000) > 60);
        double quietAfter = (feed.lastRaisedSentAt - lowered) / 1e3;

        int before = feed.raised;
        byte[] lowAgain = policy(3, 1);
        byte[] signature = ControlKeys.sign(keys.getPrivate(), CONTROL, lowAgain);
        long raisedAt = say(broker, lowAgain, signature);
        feed.until(() -> feed.raised > before + 20);
        double loudAfter = (feed.firstRaisedSentAfter(raisedAt) - raisedAt) / 1e3;
        reporter.publishEntry(
            "seconds", "quiet %.2f s and loud %.2f s after".formatted(quietAfter, loudAfter));
        assertThat(quietAfter).isLessThan(2);
        assertThat(loudAfter).isBetween(0.0, 2.0);

        byte[] wrong = policy(4, 900);
        say(broker, wrong, ControlKeys.sign(keys.getPrivate(), CONTROL, wrong));
        say(broker, policy(5, 100), null);
        byte[] forged = policy(6, 100);
        say(broker, forged, ControlKeys.sign(ControlKeys.generate().getPrivate(), CONTROL, forged));
        say(broker, lowAgain, signature);
        feed.until(() -> feed.refused.size() == 4);
        assertThat(feed.refused)
            .containsExactly("number_out_of_range", "unsigned", "bad_signature", "stale");
        long told = System.currentTimeMillis();
        feed.until(() -> feed.firstRaisedSentAfter(told) > 0);

        cluster.replaceTaskManager();
        long killed = System.currentTimeMillis();
        feed.until(() -> feed.firstRaisedSentAfter(killed) > 0);
        feed.until(() -> feed.changes.size() >= 3);
        assertThat(feed.changes.subList(0, 3))
            .containsExactly("1 version 1", "2 version 2", "3 version 3");
      }
      job.cancel().get();
      assertThat(verified(broker)).startsWith("intact");
    }
  }

  /** What {@code audit verify} says of the chains of the agents and of the changes. */
  private static String verified(EmbeddedBroker broker) {
    StringWriter out = new StringWriter();
    String servers = "--bootstrap-servers=" + broker.bootstrapServers();
    Driftline.run(new PrintWriter(out), new PrintWriter(out), "audit", "verify", servers);
    return out.toString();
  }

  private static LocalClusterSettings clusterSettings() {
    return LocalClusterSettings.ofSlots(1).withCheckpointInterval(Duration.ofMillis(500));
  }

  private Configuration config(EmbeddedBroker broker) {
    return new Configuration()
        .set(DriftlineOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers())
        .set(DriftlineOptions.CONTROL_TOPIC, CONTROL)
        .set(
            DriftlineOptions.CONTROL_KEY,
            Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()))
        .set(DriftlineOptions.AUDIT, true)
        .set(DriftlineOptions.TRANSACTION_TIMEOUT, Duration.ofMinutes(5));
  }

  private static byte[] policy(int version, int line) {
    return """
        {"type":"thresholds","version":%d,"rules":[{"scope":"global","line":%d}],
         "by":"mara","reason":"test","time":"%s"}"""
        .formatted(version, line, Instant.now())
        .getBytes(UTF_8);
  }

  /** Returns when the broker has it, epoch milliseconds. */
  private static long say(EmbeddedBroker broker, byte[] message, byte[] signature)
      throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(CONTROL, message);
      if (signature != null) {
        record.headers().add(ControlKeys.HEADER, signature);
      }
      producer.send(record).get();
      return System.currentTimeMillis();
    }
  }

  /** Goes on acting, one action at a time, and reads what comes of it before it is committed. */
  private static final class Feed implements AutoCloseable {

    private final ActivityProducer producer;
    private final KafkaConsumer<String, String> consumer;
    private final Iterator<AgentAction> actions;
    private final Map<String, Long> sentAt = new HashMap<>();
    private final List<Long> raisedSentAt = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private int raised;
    private long lastRaisedSentAt;

    Feed(EmbeddedBroker broker) {
      producer = new ActivityProducer(broker.bootstrapServers(), ACTIVITY);
      SimulationSettings settings =
          SimulationSettings.defaults().withAgents(30).withPeople(60).withDays(6);
      actions = new EnterpriseSimulator(settings).stream().map(each -> each.action()).iterator();
      consumer =
          new KafkaConsumer<>(
              Map.of("bootstrap.servers", broker.bootstrapServers()),
              new StringDeserializer(),
              new StringDeserializer());
      List<TopicPartition> topics =
          List.of(
              new TopicPartition(TOPICS.anomalies(), 0),
              new TopicPartition(TOPICS.deadLetters(), 0),
              new TopicPartition(TOPICS.audit(), 0));
      consumer.assign(topics);
      consumer.seekToBeginning(topics);
    }

    void until(BooleanSupplier done) throws Exception {
      while (!done.getAsBoolean()) {
        AgentAction action = actions.next();
        sentAt.put(action.eventId(), System.currentTimeMillis());
        producer.send(action);
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(20))) {
          take(record);
        }
      }
    }

    private void take(ConsumerRecord<String, String> record) throws Exception {
      JsonNode json = MAPPER.readTree(record.value());
      if (record.topic().equals(TOPICS.deadLetters())) {
        refused.add(json.path("reason").textValue());
      } else if (record.topic().equals(TOPICS.anomalies())) {
        raised++;
        long at = sentAt.get(json.path("action").path("event_id").textValue());
        raisedSentAt.add(at);
        lastRaisedSentAt = Math.max(lastRaisedSentAt, at);
      } else if ("control".equals(record.key())) {
        changes.add(json.path("seq").asText() + " " + json.path("subject").textValue());
      }
    }

    long sentSince(long time) {
      return sentAt.values().stream().filter(each -> each >= time).count();
    }

    /** 0 if there is none. */
    long firstRaisedSentAfter(long time) {
      return raisedSentAt.stream().filter(each -> each > time).min(Long::compare).orElse(0L);
    }

    @Override
    public void close() {
      producer.close();
      consumer.close();
    }
  }
}
