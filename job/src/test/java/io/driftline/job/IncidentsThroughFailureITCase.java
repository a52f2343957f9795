package io.driftline.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.driftline.job.cli.ActivityProducer;
import io.driftline.job.cli.local.EmbeddedBroker;
import io.driftline.job.cli.local.LocalCluster;
import io.driftline.job.cli.local.LocalClusterSettings;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.OutputTopics;
import io.driftline.job.state.Ordering;
import io.driftline.simulate.EnterpriseSimulator;
import io.driftline.simulate.SimulationSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whoever reads what is committed sees each change of an incident once, though the TaskManager is
 * killed while incidents are told: the same records as without.
 */
@Timeout(300)
class IncidentsThroughFailureITCase {

  private static final String ACTIVITY = "agent-activity";
  private static final int PARTITIONS = 2;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void aKilledTaskManagerNeitherLosesNorRepeatsAChange() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      broker.createTopic(ACTIVITY, PARTITIONS, Map.of());
      produce(broker);

      List<String> undisturbed = run(broker, "undisturbed", 0);
      List<String> disturbed = run(broker, "disturbed", 2);

      assertThat(undisturbed).doesNotHaveDuplicates().hasSizeGreaterThan(10);
      assertThat(disturbed).containsExactlyInAnyOrderElementsOf(undisturbed);
    }
  }

  /** Id, number and change of each record, and the record itself. */
  private static List<String> run(EmbeddedBroker broker, String prefix, int kills)
      throws Exception {
    Configuration config = config(broker, prefix);
    OutputTopics topics = OutputTopics.of(config);
    topics.all().forEach(topic -> broker.createTopic(topic, PARTITIONS, Map.of()));
    try (LocalCluster cluster = LocalCluster.start(clusterSettings());
        CommittedReader reader = new CommittedReader(broker, topics.incidents())) {
      StreamExecutionEnvironment env = cluster.environment(JobDefaults.required());
      AgentAnomalyJob.defineWorkflow(env, config);
      JobClient job = env.executeAsync(prefix);
      for (int kill = 1; kill <= kills; kill++) {
        reader.awaitMore();
        assertThat(job.getJobStatus().get().isTerminalState()).as("killed too late").isFalse();
        cluster.replaceTaskManager();
      }
      job.getJobExecutionResult().get();
      return reader.toTheEnd();
    }
  }

  private static LocalClusterSettings clusterSettings() {
    return LocalClusterSettings.ofSlots(2).withCheckpointInterval(Duration.ofMillis(300));
  }

  private static Configuration config(EmbeddedBroker broker, String prefix) {
    return new Configuration()
        .set(DriftlineOptions.ORDER, Ordering.EVENT_TIME)
        .set(DriftlineOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers())
        .set(DriftlineOptions.BOUNDED, true)
        .set(DriftlineOptions.OUTPUT_PREFIX, prefix)
        .set(DriftlineOptions.GROUP, prefix)
        .set(DriftlineOptions.TRANSACTION_TIMEOUT, Duration.ofMinutes(5));
  }

  private static void produce(EmbeddedBroker broker) {
    SimulationSettings settings =
        SimulationSettings.defaults().withAgents(30).withPeople(60).withDays(6);
    try (ActivityProducer producer = new ActivityProducer(broker.bootstrapServers(), ACTIVITY)) {
      new EnterpriseSimulator(settings).stream().forEach(each -> producer.send(each.action()));
      producer.flush();
    }
  }

  /** Reads what is committed of a topic. */
  private static final class CommittedReader implements AutoCloseable {

    private final KafkaConsumer<String, String> consumer;
    private final Collection<TopicPartition> partitions = new ArrayList<>();
    private final List<String> read = new ArrayList<>();

    CommittedReader(EmbeddedBroker broker, String topic) {
      consumer =
          new KafkaConsumer<>(
              Map.of(
                  "bootstrap.servers",
                  broker.bootstrapServers(),
                  "isolation.level",
                  "read_committed"),
              new StringDeserializer(),
              new StringDeserializer());
      for (int partition = 0; partition < PARTITIONS; partition++) {
        partitions.add(new TopicPartition(topic, partition));
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    }

    /** Waits until something is committed that was not read before. */
    void awaitMore() throws Exception {
      for (int before = read.size(); read.size() == before; ) {
        poll();
      }
    }

    List<String> toTheEnd() throws Exception {
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        poll();
      }
      return read;
    }

    private void poll() throws Exception {
      for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
        JsonNode json = MAPPER.readTree(record.value());
        assertThat(record.key()).isEqualTo(json.path("agent").path("id").textValue());
        assertThat(header(record, "schema")).isEqualTo(json.path("schema").textValue());
        assertThat(header(record, "kind")).isEqualTo("incident");
        read.add(
            "%s #%d %s %s"
                .formatted(
                    json.path("id").textValue(),
                    json.path("number").intValue(),
                    json.path("change").textValue(),
                    record.value()));
      }
    }

    private static String header(ConsumerRecord<String, String> record, String key) {
      Header header = record.headers().lastHeader(key);
      return new String(header.value(), java.nio.charset.StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
      consumer.close();
    }
  }
}
