package io.driftline.job.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import io.driftline.job.AgentAnomalyJob;
import io.driftline.job.JobDefaults;
import io.driftline.job.cli.ActivityProducer;
import io.driftline.job.cli.cluster.Await;
import io.driftline.job.cli.local.EmbeddedBroker;
import io.driftline.job.cli.local.FreePorts;
import io.driftline.job.cli.local.LocalCluster;
import io.driftline.job.cli.local.LocalClusterSettings;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.KafkaStartOptions;
import io.driftline.job.control.ControlKeys;
import io.driftline.job.metric.Metric;
import io.driftline.simulate.EnterpriseSimulator;
import io.driftline.simulate.SimulationSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.tools.TopicCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job with every stage, on topics that the script for them has created, read as Prometheus
 * reads it: all that is documented, alarmed on and drawn is told, and what it says is so.
 */
@Timeout(240)
class MonitoredJobITCase {

  private static final int ACTIONS = 6_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String ACTIVITY = "agent-activity";
  private static final String EVENT_TIME =
      "flink_taskmanager_job_task_operator_currentInputWatermark";
  private static final String CONTROL = "driftline-control";

  @TempDir private Path folder;

  @Test
  void everythingDocumentedIsToldAndTrue(TestReporter reporter) throws Exception {
    int port = FreePorts.resolve(0)[0];
    try (CapturedLog log =
            CapturedLog.of("org.apache.flink.runtime.metrics", "org.apache.flink.metrics");
        EmbeddedBroker broker = EmbeddedBroker.start();
        LocalCluster cluster = LocalCluster.start(clusterSettings(port))) {
      createTopics(broker);
      StreamExecutionEnvironment env = cluster.environment(JobDefaults.required());
      AgentAnomalyJob.defineWorkflow(env, options(broker));
      JobClient job = env.executeAsync("monitored");
      sendGovernance(broker);
      sendActivity(broker, port);

      Scrape scrape = await(port, MonitoredJobITCase::isDone);
      assertThat(missing(scrape)).isEmpty();
      assertCounts(scrape);
      assertThat(log.messages()).noneMatch(MonitoredJobITCase::isAboutOurs);
      reporter.publishEntry(
          "lines",
          "%,d in all, %,d of Driftline"
              .formatted(
                  scrape.lines(line -> true), scrape.lines(MonitoredJobITCase::isAboutOurs)));
      job.cancel().get();
    }
  }

  private static boolean isDone(Scrape scrape) {
    return scrape.sum(Metric.ACTIONS_SCORED.prometheusName()) == ACTIONS
        && scrape.sum(Metric.AUDIT_RECORDS.prometheusName()) == ACTIONS
        && scrape.sum(Metric.MODEL_COHORTS.prometheusName()) > 0
        && scrape.sum(Metric.CONTROL_REFUSED.prometheusName()) == 1
        && scrape.sum(Metric.REGISTRY_REFUSED.prometheusName()) == 1
        && missing(scrape).isEmpty();
  }

  private static void assertCounts(Scrape scrape) {
    assertThat(scrape.sum(Metric.ACTIVITY_RECEIVED.prometheusName())).isEqualTo(ACTIONS + 3);
    assertThat(scrape.sum(Metric.ACTIVITY_DECODED.prometheusName())).isEqualTo(ACTIONS + 1);
    assertThat(scrape.sum(Metric.DEAD_LETTERS.prometheusName(), "reason=\"not_json\""))
        .isEqualTo(1);
    assertThat(scrape.sum(Metric.DEAD_LETTERS.prometheusName())).isEqualTo(2);
    assertThat(scrape.sum(Metric.ACTIVITY_DUPLICATES.prometheusName())).isEqualTo(1);
    assertThat(scrape.sum(Metric.REGISTRY_ACCEPTED.prometheusName(), "subject=\"agent\""))
        .isEqualTo(1);
    assertThat(scrape.sum(Metric.CONTROL_REFUSED_SIGNATURE.prometheusName())).isEqualTo(1);
    assertThat(scrape.sum(Metric.AUDIT_RECORDS.prometheusName())).isEqualTo(ACTIONS);
    assertThat(scrape.sum(Metric.ACTION_SCORE.prometheusName() + "_count")).isEqualTo(ACTIONS);
    assertThat(scrape.sum(Metric.ACTION_SCORE.prometheusName(), "quantile=\"0.99\""))
        .isBetween(1.0, 100.0);
    assertThat(scrape.sum(Metric.ACTION_LATENCY.prometheusName() + "_count")).isEqualTo(ACTIONS);
    assertThat(scrape.sum(Metric.ANOMALY_LATENCY.prometheusName() + "_count"))
        .isEqualTo(scrape.sum(Metric.ANOMALIES_RAISED.prometheusName()));
    assertThat(scrape.sum(Metric.ACTIONS_WARMING_UP.prometheusName()))
        .isBetween(1_000.0, 1.0 * ACTIONS);
    assertThat(scrape.sum(Metric.ACTIONS_SCORED_BY_INITIAL_MODEL.prometheusName()))
        .isBetween(1.0, 1.0 * ACTIONS);
    assertThat(scrape.sum(Metric.MODELS_TRAINED.prometheusName())).isPositive();
    assertThat(scrape.text()).contains("cohort=\"organizational/");
  }

  /** What is documented, alarmed on or drawn, and not told. */
  private static Set<String> missing(Scrape scrape) {
    Set<String> missing = new TreeSet<>(MonitoredNames.told());
    missing.removeAll(scrape.names());
    return missing;
  }

  private static boolean isAboutOurs(String message) {
    return Stream.of(Metric.values())
        .anyMatch(each -> message.contains(each.id()) || message.contains(each.prometheusName()));
  }

  private static Scrape await(int port, Predicate<Scrape> done) throws Exception {
    AtomicReference<Set<String>> missing = new AtomicReference<>();
    try {
      Await.until(
          "all is told",
          PATIENCE,
          () -> {
            Scrape scrape = Scrape.of(port);
            missing.set(missing(scrape));
            return done.test(scrape);
          });
    } catch (IllegalStateException e) {
      throw new AssertionError("not told: " + missing.get(), e);
    }
    // What was written before the last number may be older than it.
    return Scrape.of(port);
  }

  private void createTopics(EmbeddedBroker broker) throws Exception {
    Map<String, String> environment =
        Map.of("BOOTSTRAP_SERVERS", broker.bootstrapServers(), "REPLICATION_FACTOR", "1");
    for (List<String> call : TopicScript.calls(folder, environment)) {
      assertThat(kafkaTopics(call)).as(call.toString()).isZero();
    }
  }

  /** Kafka's own command, and with which code it would have ended. */
  private static int kafkaTopics(List<String> arguments) {
    AtomicInteger exitCode = new AtomicInteger();
    Exit.setExitProcedure((code, message) -> exitCode.set(code));
    try {
      TopicCommand.main(arguments.toArray(String[]::new));
    } finally {
      Exit.resetExitProcedure();
    }
    return exitCode.get();
  }

  private static LocalClusterSettings clusterSettings(int port) {
    return LocalClusterSettings.ofSlots(1)
        .withCheckpointInterval(Duration.ofMillis(500))
        .withMetricsPort(port);
  }

  private static Configuration options(EmbeddedBroker broker) {
    byte[] key = ControlKeys.generate().getPublic().getEncoded();
    return new Configuration()
        .set(DriftlineOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers())
        .set(DriftlineOptions.CONTROL_TOPIC, CONTROL)
        .set(DriftlineOptions.CONTROL_KEY, Base64.getEncoder().encodeToString(key))
        .set(DriftlineOptions.AGENTS_TOPIC, "agent-registry")
        .set(DriftlineOptions.PEOPLE_TOPIC, "people-registry")
        .set(DriftlineOptions.IDLENESS, Duration.ofSeconds(3))
        .set(KafkaStartOptions.REGISTRY_QUIET, Duration.ofMillis(500))
        .set(DriftlineOptions.AUDIT, true)
        .set(DriftlineOptions.RELATIONSHIPS, true);
  }

  private static void sendGovernance(EmbeddedBroker broker) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = producer(broker)) {
      say(producer, "agent-registry", "a", "{\"agent_id\":\"a\",\"kind\":\"personal\"}");
      say(producer, "agent-registry", "b", "{\"agent_id\":\"c\",\"kind\":\"personal\"}");
      say(producer, CONTROL, null, "{\"type\":\"thresholds\",\"version\":1}");
    }
  }

  /**
   * Single actions until event time moves, which the registry holds back while it is not quiet,
   * then the rest. All at once, they would be judged before anything is known of peers, and no
   * model would be trained.
   */
  private static void sendActivity(EmbeddedBroker broker, int port) throws Exception {
    List<AgentAction> actions = actions();
    Iterator<AgentAction> rest = actions.iterator();
    try (ActivityProducer activity = new ActivityProducer(broker.bootstrapServers(), ACTIVITY);
        KafkaProducer<byte[], byte[]> producer = producer(broker)) {
      say(producer, ACTIVITY, "a", "no JSON");
      say(producer, ACTIVITY, "a", "{}");
      await(
          port,
          scrape -> {
            activity.send(rest.next());
            activity.flush();
            return scrape.sum(EVENT_TIME, "operator_name=\"train models\"") > 0;
          });
      rest.forEachRemaining(activity::send);
      activity.send(actions.get(ACTIONS - 1));
    }
  }

  private static List<AgentAction> actions() {
    return new EnterpriseSimulator(simulation())
        .stream().map(each -> each.action()).limit(ACTIONS).toList();
  }

  private static KafkaProducer<byte[], byte[]> producer(EmbeddedBroker broker) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrapServers()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static SimulationSettings simulation() {
    return SimulationSettings.defaults().withAgents(12).withPeople(30).withDays(14);
  }

  private static void say(
      KafkaProducer<byte[], byte[]> producer, String topic, String key, String value)
      throws Exception {
    byte[] name = key == null ? null : key.getBytes(UTF_8);
    producer.send(new ProducerRecord<>(topic, name, value.getBytes(UTF_8))).get();
  }
}
