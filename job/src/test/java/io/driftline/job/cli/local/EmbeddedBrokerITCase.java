package io.driftline.job.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.BindException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class EmbeddedBrokerITCase {

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
  void showsOnlyCommittedRecordsToAReadCommittedConsumer() throws Exception {
    broker.createTopic("transactions", 1, Map.of());
    try (KafkaProducer<String, String> producer = producer("writer")) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("transactions", "given up")).get();
      producer.abortTransaction();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("transactions", "kept")).get();
      producer.commitTransaction();
    }

    assertThat(readCommitted("transactions", 1)).containsExactly("kept");
  }

  @Test
  void keepsRecordsHoweverOldTheyAre() throws Exception {
    broker.createTopic("old", 1, Map.of());
    try (KafkaProducer<String, String> producer = producer("old-writer")) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("old", 0, 1L, null, "from 1970")).get();
      producer.send(new ProducerRecord<>("old", 0, 4_102_444_800_000L, null, "from 2100")).get();
      producer.commitTransaction();
    }

    assertThat(readCommitted("old", 2)).containsExactly("from 1970", "from 2100");
  }

  @Test
  void aPortInUseIsNamed() {
    int port = Integer.parseInt(broker.bootstrapServers().split(":", -1)[1]);

    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> EmbeddedBroker.start(port))
        .withMessage("broker port " + port);
  }

  private static KafkaProducer<String, String> producer(String transactionalId) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", transactionalId),
        new StringSerializer(),
        new StringSerializer());
  }

  private static List<String> readCommitted(String topic, int expected) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            broker.bootstrapServers(),
            "isolation.level",
            "read_committed",
            "auto.offset.reset",
            "earliest");
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition(topic, 0)));
      while (values.size() < expected) {
        consumer.poll(Duration.ofSeconds(1)).forEach(read -> values.add(read.value()));
      }
    }
    return values;
  }
}
