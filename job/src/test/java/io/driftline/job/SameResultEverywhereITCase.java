package io.driftline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.driftline.activity.AgentAction;
import io.driftline.job.alert.AnomalyJson;
import io.driftline.job.alert.DriftJson;
import io.driftline.job.cli.ActivityProducer;
import io.driftline.job.cli.local.EmbeddedBroker;
import io.driftline.job.cli.local.FileRun;
import io.driftline.job.cli.local.LocalCluster;
import io.driftline.job.cli.local.LocalClusterSettings;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobFiles;
import io.driftline.job.config.OutputTopics;
import io.driftline.job.incident.IncidentJson;
import io.driftline.job.ingest.ActivityFile;
import io.driftline.job.ingest.AgentActionJson;
import io.driftline.job.state.Ordering;
import io.driftline.simulate.EnterpriseSimulator;
import io.driftline.simulate.SimulatedAction;
import io.driftline.simulate.SimulationSettings;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * In event-time order anomalies, drift and incidents depend on neither parallelism nor on whether
 * the activity comes from a file or through Kafka, byte for byte.
 */
@Timeout(600)
class SameResultEverywhereITCase {

  private static final String ACTIVITY = "agent-activity";
  private static final int PARTITIONS = 3;

  @TempDir private Path folder;

  @Test
  void onASimulatedEnterprise() throws Exception {
    Path activity = folder.resolve("activity.jsonl");
    SimulationSettings small =
        SimulationSettings.defaults().withAgents(16).withPeople(40).withDays(6);
    write(
        activity, new EnterpriseSimulator(small).stream().map(SimulatedAction::action).iterator());

    assertSameEverywhere(activity, null);
  }

  @Test
  void onRealAgentTraces() throws Exception {
    Path real = realData().resolve("agent_traces_dailylife");
    assumeTrue(Files.isDirectory(real), "skipped: no real data at " + real + " (DRIFTLINE_DATA)");

    assertSameEverywhere(real.resolve("activity.jsonl"), real.resolve("registry.jsonl"));
  }

  private static void assertSameEverywhere(Path activity, Path registry) throws Exception {
    Configuration config = new Configuration();
    config.set(DriftlineOptions.ORDER, Ordering.EVENT_TIME);
    if (registry != null) {
      config.set(DriftlineOptions.REGISTRY, registry.toString());
    }
    List<String> alone = onFile(config, 1, activity);
    assertThat(alone).isNotEmpty();
    assertThat(onFile(config, 4, activity)).isEqualTo(alone);
    assertThat(throughKafka(config, activity)).containsExactlyInAnyOrderElementsOf(alone);
  }

  private static List<String> onFile(Configuration config, int parallelism, Path activity)
      throws Exception {
    FileRun.Results results = FileRun.run(config, JobFiles.settings(config), parallelism, activity);
    return Stream.of(
            results.anomalies().stream().map(AnomalyJson::write),
            results.drift().stream().map(DriftJson::write),
            results.incidents().stream().map(IncidentJson::write))
        .flatMap(records -> records)
        .map(json -> new String(json, StandardCharsets.UTF_8))
        .toList();
  }

  private static List<String> throughKafka(Configuration given, Path activity) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start();
        LocalCluster cluster = LocalCluster.start(LocalClusterSettings.ofSlots(2))) {
      broker.createTopic(ACTIVITY, PARTITIONS, Map.of());
      OutputTopics topics = OutputTopics.of(given);
      topics.all().forEach(topic -> broker.createTopic(topic, PARTITIONS, Map.of()));
      produce(broker, activity);
      Configuration config = new Configuration(given);
      config.set(DriftlineOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers());
      config.set(DriftlineOptions.BOUNDED, true);
      config.set(DriftlineOptions.TRANSACTION_TIMEOUT, Duration.ofMinutes(5));
      StreamExecutionEnvironment env = cluster.environment(JobDefaults.required());
      AgentAnomalyJob.defineWorkflow(env, config);
      env.execute("through Kafka");
      return Stream.of(topics.anomalies(), topics.drift(), topics.incidents())
          .flatMap(topic -> committed(broker, topic).stream())
          .toList();
    }
  }

  private static void produce(EmbeddedBroker broker, Path activity) throws Exception {
    try (ActivityProducer producer = new ActivityProducer(broker.bootstrapServers(), ACTIVITY)) {
      ActivityFile.read(activity, Clock.systemUTC(), decoded -> producer.send(decoded.action()));
      producer.flush();
    }
  }

  private static List<String> committed(EmbeddedBroker broker, String topic) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<String> values = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, String> read : consumer.poll(Duration.ofMillis(200))) {
          values.add(read.value());
        }
      }
      return values;
    }
  }

  private static void write(Path file, Iterator<AgentAction> actions) throws Exception {
    try (OutputStream out = Files.newOutputStream(file)) {
      while (actions.hasNext()) {
        out.write(AgentActionJson.write(actions.next()));
        out.write('\n');
      }
    }
  }

  private static Path realData() {
    String set = System.getProperty("DRIFTLINE_DATA", System.getenv("DRIFTLINE_DATA"));
    return Path.of(set == null || set.isBlank() ? "../../shared/data" : set);
  }
}
