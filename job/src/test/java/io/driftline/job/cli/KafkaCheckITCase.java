package io.driftline.job.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.driftline.job.cli.local.EmbeddedBroker;
import java.util.List;
import java.util.Map;
import java.util.Properties;
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
      assertThatExceptionOfType(CommandFailure.class)
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
      assertThatExceptionOfType(CommandFailure.class)
          .isThrownBy(() -> kafka.requireTopic("any", "--topic"))
          .withMessage("no Kafka broker answers at localhost:1 within 5 s");
    }
  }
}
