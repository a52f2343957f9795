package io.driftline.job.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.driftline.job.cli.local.EmbeddedBroker;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.KafkaStartOptions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class KafkaCheckITCase {

  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.start();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void namesATopicThatDoesNotExist() {
    try (KafkaCheck kafka = KafkaCheck.connect(broker.bootstrapServers(), new Properties())) {
      assertThatExceptionOfType(BrokerFailure.class)
          .isThrownBy(() -> kafka.requireTopic("absent", "--topic"))
          .withMessage("topic absent does not exist at " + broker.bootstrapServers());
    }
  }

  @Test
  void createsOnlyTheTopicsThatAreMissing() {
    broker.createTopic("there", 1, Map.of());
    try (KafkaCheck kafka = KafkaCheck.connect(broker.bootstrapServers(), new Properties())) {
      assertThat(kafka.createMissing(List.of("there", "made"))).containsExactly("made");
      kafka.requireTopic("there", "--topic");
      kafka.requireTopic("made", "--topic");
    }
  }

  @Test
  void saysThatNobodyAnswers() {
    // Port 1 is reserved: nothing listens there.
    try (KafkaCheck kafka = KafkaCheck.connect("localhost:1", new Properties())) {
      assertThatExceptionOfType(BrokerFailure.class)
          .isThrownBy(() -> kafka.requireTopic("any", "--topic"))
          .withMessage("no Kafka broker answers at localhost:1 within 5 s");
    }
  }

  @Test
  void allThatAJobMissesIsNamedWithWhatCreatesIt() {
    Configuration config = job("missing");

    assertThatExceptionOfType(BrokerFailure.class)
        .isThrownBy(() -> JobTopics.of(config).prepare())
        .withMessage(
            "missing at %s, or hidden from this client: missing-activity, missing.incidents,"
                + " missing.hidden, missing.anomalies, missing.drift, missing.dead-letter",
            broker.bootstrapServers())
        .satisfies(
            e ->
                assertThat(e.hint())
                    .contains(
                        "\n  kafka-topics.sh --bootstrap-server %s --create --topic missing.hidden"
                                .formatted(broker.bootstrapServers())
                            + " --config cleanup.policy=compact\n"));
  }

  @Test
  void aJobThatMayCreatesItsOutputsButNoInput() {
    Configuration config = job("created");
    config.set(KafkaStartOptions.CREATE_TOPICS, true);

    assertThatExceptionOfType(BrokerFailure.class).isThrownBy(() -> JobTopics.of(config).prepare());

    broker.createTopic("created-activity", 1, Map.of());
    assertThat(JobTopics.of(config).prepare()).hasSize(5).contains("created.hidden");
    assertThat(JobTopics.of(config).prepare()).isEmpty();
    try (KafkaCheck kafka = KafkaCheck.connect(broker.bootstrapServers(), new Properties())) {
      assertThat(kafka.setting("created.hidden", "cleanup.policy")).isEqualTo("compact");
    }
  }

  private static Configuration job(String name) {
    Configuration config = new Configuration();
    config.set(DriftlineOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers());
    config.set(DriftlineOptions.ACTIVITY_TOPICS, List.of(name + "-activity"));
    config.set(DriftlineOptions.OUTPUT_PREFIX, name);
    return config;
  }
}
