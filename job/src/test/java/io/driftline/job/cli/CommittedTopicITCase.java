package io.driftline.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.Requester;
import io.driftline.audit.AuditChain;
import io.driftline.audit.AuditHash;
import io.driftline.job.TestActions;
import io.driftline.job.alert.EdgeJson;
import io.driftline.job.audit.AuditJson;
import io.driftline.job.audit.JudgedActions;
import io.driftline.job.cli.local.EmbeddedBroker;
import io.driftline.relation.Edge;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Commands that read topics to their end, beside transactions that were given up. */
@Timeout(120)
class CommittedTopicITCase {

  private static EmbeddedBroker broker;

  private final AuditHash hash = new AuditHash();

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.start();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void verifiesTheTrailOfATopicAndNamesTheOffset() throws Exception {
    createTopics("whole.audit", "whole.audit-seals", "cut.audit", "cut.audit-seals");
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    List<ProducerRecord<String, byte[]>> seals = new ArrayList<>();
    for (String agent : List.of("a", "b", "c")) {
      AuditChain chain = new AuditChain();
      for (int i = 0; i < 50; i++) {
        long time = TestActions.MONDAY + i;
        byte[] json = AuditJson.append(JudgedActions.read(agent, agent + i, time), chain, hash);
        records.add(new ProducerRecord<>("whole.audit", agent, json));
      }
      byte[] seal = AuditJson.write(chain.seal(agent, TestActions.MONDAY));
      seals.add(new ProducerRecord<>("whole.audit-seals", agent, seal));
    }
    giveUp(records.subList(0, 1));
    commit(records);
    commit(seals);
    giveUp(records.subList(0, 1));

    assertThat(run(0, "audit", "verify", "-D", "driftline.kafka.output-prefix=whole"))
        .contains("intact  150 records of 3 agents", "sealed    to the last record");

    records.remove(60);
    commit(records.stream().map(each -> moved(each, "cut.audit")).toList());
    assertThat(run(1, "audit", "verify", "--topic=cut.audit", "--seals-topic=whole.audit-seals"))
        .contains("BROKEN  agent b", "record 11 is missing", "cut.audit, partition", ", offset ");
  }

  @Test
  void tellsTheLatestOfEachRelationship() throws Exception {
    createTopics("driftline.relationships");
    commit(List.of(edge(1, true), edge(7, false)));

    assertThat(run(0, "graph")).contains("ann", "payer", "bank", " 7 ").doesNotContain(" 1 ");
  }

  @Test
  void namesATopicThatIsNotThere() {
    assertThat(run(1, "graph", "--topic=absent"))
        .contains("topic absent does not exist", "name another with --topic");
  }

  private static ProducerRecord<String, byte[]> edge(long count, boolean isNew) {
    Requester ann = new Requester("ann", Requester.Type.USER);
    Edge edge = new Edge("payer", ann, List.of(), "bank", List.of("pay"), count, 0, count, isNew);
    return new ProducerRecord<>("driftline.relationships", edge.key(), EdgeJson.write(edge));
  }

  private static ProducerRecord<String, byte[]> moved(
      ProducerRecord<String, byte[]> record, String topic) {
    return new ProducerRecord<>(topic, record.key(), record.value());
  }

  private static void createTopics(String... topics) {
    for (String topic : topics) {
      broker.createTopic(topic, 2, Map.of());
    }
  }

  private static void commit(List<ProducerRecord<String, byte[]>> records) {
    try (KafkaProducer<String, byte[]> producer = producing(records)) {
      producer.commitTransaction();
    }
  }

  private static void giveUp(List<ProducerRecord<String, byte[]>> records) {
    try (KafkaProducer<String, byte[]> producer = producing(records)) {
      producer.flush();
      producer.abortTransaction();
    }
  }

  private static KafkaProducer<String, byte[]> producing(
      List<ProducerRecord<String, byte[]>> records) {
    KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "writer"),
            new StringSerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
    producer.beginTransaction();
    records.forEach(producer::send);
    return producer;
  }

  /** What is printed, errors behind it. */
  private static String run(int expectedExitCode, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--bootstrap-servers=" + broker.bootstrapServers());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Driftline.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    assertThat(exitCode).as(out + "" + err).isEqualTo(expectedExitCode);
    return out + "" + err;
  }
}
