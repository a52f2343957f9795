package io.driftline.job.cli.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.driftline.activity.AgentAction;
import io.driftline.job.AgentAnomalyJob;
import io.driftline.job.JobDefaults;
import io.driftline.job.cli.Driftline;
import io.driftline.job.cli.local.EmbeddedBroker;
import io.driftline.job.cli.local.JobEnd;
import io.driftline.job.cli.local.LocalCluster;
import io.driftline.job.cli.local.LocalClusterSettings;
import io.driftline.job.cli.simulation.SimulationFiles;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.KafkaStartOptions;
import io.driftline.job.config.OutputTopics;
import io.driftline.job.ingest.AgentActionJson;
import io.driftline.simulate.EnterpriseSimulator;
import io.driftline.simulate.SimulatedAction;
import io.driftline.simulate.SimulationSettings;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
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
import org.junit.jupiter.api.io.TempDir;

/**
 * A job that starts from what {@code driftline bootstrap} made of history raises alerts at once,
 * and as one that has known its agents for long. docs/bootstrap.md says how to run it in full size.
 */
@Timeout(3_600)
class BootstrapITCase {

  private static final int AGENTS = Integer.getInteger("driftline.bootstrap.agents", 10);
  private static final int DAYS = Integer.getInteger("driftline.bootstrap.days", 9);
  private static final boolean FROM_FILE = Boolean.getBoolean("driftline.bootstrap.file");
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final String ACTIVITY = "agent-activity";
  private static final OutputTopics TOPICS = new OutputTopics("driftline");
  private static final Instant START = Instant.parse("2026-01-28T00:00:00Z");
  private static final Instant LIVE = START.plus(Duration.ofDays(DAYS));
  private static final int FULL_BASELINE = 200;
  private static final Duration FULL_SPAN = Duration.ofDays(7);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir private Path folder;

  private final Map<String, Integer> actionsBefore = new HashMap<>();
  private final Map<String, Instant> firstBefore = new HashMap<>();
  private final Map<String, Instant> lastBefore = new HashMap<>();
  private final Set<String> liveEvents = new HashSet<>();

  @Test
  void theFirstAlertsAreThoseOfAWarmJob(TestReporter reporter) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      broker.createTopic(ACTIVITY, 2, Map.of("retention.ms", "-1"));
      TOPICS.all().forEach(topic -> broker.createTopic(topic, 1, Map.of("retention.ms", "-1")));
      simulate(broker);

      long started = System.nanoTime();
      Path savepoint = bootstrap(broker);
      double learning = (System.nanoTime() - started) / 1e9;

      try (LocalCluster cluster = LocalCluster.start(LocalClusterSettings.ofSlots(2))) {
        started = System.nanoTime();
        JobClient job = start(cluster, broker, savepoint);
        List<JsonNode> raised = awaitAnomalies(broker, job);
        double first = (System.nanoTime() - started) / 1e9;
        reporter.publishEntry(
            "bootstrap",
            "%d actions of %d agents over %d days learnt in %.0f s; first alerts after %.1f s"
                .formatted(
                    actionsBefore.values().stream().mapToInt(each -> each).sum(),
                    actionsBefore.size(),
                    DAYS,
                    learning,
                    first));
        assertThat(raised).allMatch(each -> liveEvents.contains(eventId(each)));
        assertThat(raised).anyMatch(this::isKnown);
        assertThat(raised.stream().filter(this::isKnown))
            .allSatisfy(each -> assertThat(each.path("maturity").doubleValue()).isEqualTo(1));
        assertThat(first).isLessThan(SOON.toSeconds());
        job.cancel().get();
      }
    }
  }

  private boolean isKnown(JsonNode anomaly) {
    String agent = anomaly.path("agent").path("id").textValue();
    return actionsBefore.getOrDefault(agent, 0) >= FULL_BASELINE
        && !firstBefore.get(agent).plus(FULL_SPAN).isAfter(lastBefore.get(agent));
  }

  private static String eventId(JsonNode anomaly) {
    return anomaly.path("action").path("event_id").textValue();
  }

  /** All of it into the topic, or history into a file and the last day into the topic. */
  private void simulate(EmbeddedBroker broker) throws Exception {
    EnterpriseSimulator simulator = new EnterpriseSimulator(settings());
    SimulationFiles.writeRegistry(
        folder.resolve("registry.jsonl"), simulator.enterprise().registry());
    try (OutputStream file =
            new BufferedOutputStream(Files.newOutputStream(folder.resolve("history.jsonl")));
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "linger.ms", 20),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
      Iterator<AgentAction> actions = simulator.stream().map(SimulatedAction::action).iterator();
      while (actions.hasNext()) {
        AgentAction action = actions.next();
        byte[] json = AgentActionJson.write(action);
        boolean live = !action.time().isBefore(LIVE);
        if (live) {
          liveEvents.add(action.eventId());
        } else {
          actionsBefore.merge(action.agentId(), 1, Integer::sum);
          firstBefore.putIfAbsent(action.agentId(), action.time());
          lastBefore.put(action.agentId(), action.time());
        }
        if (live || !FROM_FILE) {
          producer.send(
              new ProducerRecord<>(
                  ACTIVITY, null, action.timeMillis(), action.agentId().getBytes(UTF_8), json));
        } else {
          file.write(json);
          file.write('\n');
        }
      }
    }
  }

  private static SimulationSettings settings() {
    return SimulationSettings.defaults()
        .withStart(START)
        .withAgents(AGENTS)
        .withPeople(AGENTS * 3 / 2)
        .withDays(DAYS + 1)
        .withAttackFrom(1 - 0.9 / (DAYS + 1));
  }

  private Path bootstrap(EmbeddedBroker broker) {
    StringWriter out = new StringWriter();
    List<String> arguments = new ArrayList<>(List.of("bootstrap"));
    arguments.addAll(
        FROM_FILE
            ? List.of("--activity", folder.resolve("history.jsonl").toString())
            : List.of(
                "--topic", ACTIVITY,
                "--bootstrap-servers", broker.bootstrapServers(),
                "--to", LIVE.toString()));
    arguments.addAll(
        List.of(
            "--registry", folder.resolve("registry.jsonl").toString(),
            "--out", folder.resolve("made").toString()));
    int exit =
        Driftline.run(new PrintWriter(out), new PrintWriter(out), arguments.toArray(String[]::new));
    assertThat(exit).as(out.toString()).isZero();
    Matcher savepoint = Pattern.compile("savepoint (\\S+)").matcher(out.toString());
    assertThat(savepoint.find()).as(out.toString()).isTrue();
    return Path.of(savepoint.group(1));
  }

  private JobClient start(LocalCluster cluster, EmbeddedBroker broker, Path savepoint)
      throws Exception {
    Configuration config =
        new Configuration()
            .set(DriftlineOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers())
            .set(DriftlineOptions.REGISTRY, folder.resolve("registry.jsonl").toString())
            .set(KafkaStartOptions.START_FROM, LIVE.toString())
            .set(DriftlineOptions.TRANSACTION_TIMEOUT, Duration.ofMinutes(5))
            .set(RestartStrategyOptions.RESTART_STRATEGY, "none")
            .set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
    StreamExecutionEnvironment env = cluster.environment(JobDefaults.under(config));
    AgentAnomalyJob.defineWorkflow(env, config);
    return env.executeAsync("live");
  }

  private List<JsonNode> awaitAnomalies(EmbeddedBroker broker, JobClient job) throws Exception {
    List<JsonNode> raised = new ArrayList<>();
    JobEnd ended = JobEnd.of(job);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "isolation.level",
                "read_committed"),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> topic = List.of(new TopicPartition(TOPICS.anomalies(), 0));
      consumer.assign(topic);
      consumer.seekToBeginning(topic);
      while (raised.stream().noneMatch(this::isKnown)) {
        ended.requireRunning();
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
          raised.add(MAPPER.readTree(record.value()));
        }
      }
    }
    return raised;
  }
}
