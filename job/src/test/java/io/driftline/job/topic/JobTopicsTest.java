package io.driftline.job.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

class JobTopicsTest {

  private static List<String> names(String... keysAndValues) {
    Configuration config = new Configuration();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      config.setString(keysAndValues[i], keysAndValues[i + 1]);
    }
    return JobTopics.of(config).names();
  }

  @Test
  void aJobWithoutMoreNeedsTheActivityAndFiveOutputs() {
    assertThat(names())
        .containsExactly(
            "agent-activity",
            "driftline.incidents",
            "driftline.hidden",
            "driftline.anomalies",
            "driftline.drift",
            "driftline.dead-letter");
  }

  @Test
  void whatIsAskedForNeedsMore() {
    assertThat(
            names(
                "driftline.kafka.agents-topic", "agents",
                "driftline.kafka.control-topic", "control",
                "driftline.relationships.enabled", "true",
                "driftline.audit.enabled", "true",
                "driftline.kafka.output-prefix", "p"))
        .contains(
            "agents",
            "control",
            "p.findings",
            "p.credentials",
            "p.relationships",
            "p.audit",
            "p.audit-seals");
  }

  @Test
  void nobodyIsAskedIfTheCheckIsOff() {
    Configuration config =
        Configuration.fromMap(
            Map.of(
                "driftline.kafka.check-topics", "false",
                "driftline.kafka.bootstrap-servers", "localhost:1"));

    assertThat(JobTopics.of(config).prepare()).isEmpty();
  }

  @Test
  void brokersThatDoNotAnswerAreNamedInTime() {
    Configuration config =
        Configuration.fromMap(
            Map.of(
                "driftline.kafka.check-timeout", "500 ms",
                "driftline.kafka.bootstrap-servers", "localhost:1"));

    assertThatExceptionOfType(BrokerFailure.class)
        .isThrownBy(() -> JobTopics.of(config).prepare())
        .withMessage("no Kafka broker answers at localhost:1 within 0.5 s");
  }

  @Test
  void whatAClientCannotBeMadeWithIsToldWithoutItsPassword() {
    Configuration config =
        Configuration.fromMap(
            Map.of(
                "driftline.kafka.bootstrap-servers",
                "localhost:1",
                "driftline.kafka.properties.security.protocol",
                "SASL_PLAINTEXT",
                "driftline.kafka.properties.sasl.mechanism",
                "PLAIN",
                "driftline.kafka.properties.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required"
                    + " username=ana password=first;second third;"));

    assertThatExceptionOfType(BrokerFailure.class)
        .isThrownBy(() -> JobTopics.of(config).prepare())
        .withMessageStartingWith("cannot use brokers localhost:1: ")
        .withMessageContaining("JAAS")
        .withNoCause()
        .satisfies(e -> assertThat(e.toString()).doesNotContain("first", "second", "third"));
  }
}
