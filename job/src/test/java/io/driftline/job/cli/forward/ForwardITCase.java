package io.driftline.job.cli.forward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.cli.CommittedTopic;
import io.driftline.job.cli.Driftline;
import io.driftline.job.cli.forward.UnreliableReceiver.Received;
import io.driftline.job.cli.local.EmbeddedBroker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What docs/forwarding.md promises, with real brokers, processes and connections. */
@Timeout(120)
class ForwardITCase {

  private static final int AGENTS = 50;
  private static final int OF_EACH = 40;
  private static final int PARTITIONS = 4;

  private static EmbeddedBroker broker;
  private static Admin admin;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.start();
    admin = broker.admin();
  }

  @AfterAll
  static void stop() {
    admin.close();
    broker.close();
  }

  @Test
  void nothingIsLostAndAgentsStayInOrderHoweverTheReceiverFails() throws Exception {
    Map<TopicPartition, Long> ends = produce("driftline.incidents", AGENTS, OF_EACH);
    try (UnreliableReceiver receiver = new UnreliableReceiver(11, 3_000)) {
      String[] arguments = {"--timeout=1s", "--concurrency=16", "--give-up-after=1min"};
      try (ForwardProcess killed = forward(receiver, "killed", arguments)) {
        await(() -> receiver.received().size() >= AGENTS * OF_EACH / 2);
        killed.kill();
      }
      List<Received> before = receiver.received();
      try (ForwardProcess restarted = forward(receiver, "restarted", arguments)) {
        await(() -> committed("driftline-forward").equals(ends));
        restarted.stop();
        assertThat(restarted.output())
            .contains("forwarding    driftline.incidents", " forwarded, ", " 0 dead-lettered");
      }
      List<Received> after = receiver.received();
      assertThat(before.size()).isLessThan(AGENTS * OF_EACH);
      assertInOrder(before, after.subList(before.size(), after.size()));
      assertThat(distinct(receiver)).isEqualTo(AGENTS * OF_EACH);
    }
  }

  /** In each run, an agent's records follow one another; the second begins where it must. */
  private static void assertInOrder(List<Received> before, List<Received> after) {
    Map<String, List<Integer>> first = byAgent(before);
    Map<String, List<Integer>> second = byAgent(after);
    for (int agent = 0; agent < AGENTS; agent++) {
      List<Integer> told = first.getOrDefault("agent-" + agent, List.of());
      List<Integer> again = second.getOrDefault("agent-" + agent, List.of());
      assertThat(told).isEqualTo(range(0, told.size()));
      int restart = again.isEmpty() ? OF_EACH : again.get(0);
      assertThat(restart).as("agent %d", agent).isLessThanOrEqualTo(told.size());
      assertThat(again).as("agent %d", agent).isEqualTo(range(restart, OF_EACH));
    }
    assertThat(first.keySet()).doesNotContain("ghost");
    assertThat(second.keySet()).doesNotContain("ghost");
  }

  /** The numbers of each agent as they were received, those sent twice in a row once. */
  private static Map<String, List<Integer>> byAgent(List<Received> received) {
    Map<String, List<Integer>> numbers = new HashMap<>();
    for (Received each : received) {
      List<Integer> ofAgent = numbers.computeIfAbsent(each.agent(), agent -> new ArrayList<>());
      int number = number(each.body());
      if (ofAgent.isEmpty() || ofAgent.get(ofAgent.size() - 1) != number) {
        ofAgent.add(number);
      }
    }
    return numbers;
  }

  @Test
  void whatIsRefusedGoesToTheDeadLettersAndHoldsUpNobody() throws Exception {
    Map<TopicPartition, Long> ends = produce("other.drift", 10, 5);
    try (UnreliableReceiver receiver = new UnreliableReceiver(0, 0)) {
      receiver.answer(body(3, 1), 400);
      receiver.answer(body(4, 2), 500);
      String[] arguments = {
        "--kind=drift",
        "--group=poison",
        "--max-attempts=2",
        "--give-up-after=0s",
        "--header-env=Authorization=WEBHOOK_TOKEN",
        "-D",
        "driftline.kafka.output-prefix=other"
      };
      try (ForwardProcess forward = forward(receiver, "poison", arguments)) {
        await(() -> distinct(receiver) == 48);
        forward.stop();
        assertThat(forward.output())
            .contains("created topic other.forward-dead-letter")
            .contains("48 forwarded, 1 retried, 2 dead-lettered")
            .doesNotContain(ForwardProcess.TOKEN)
            .doesNotContain("/hook");
      }
      assertThat(receiver.attempts(body(3, 1))).isEqualTo(1);
      assertThat(receiver.attempts(body(4, 2))).isEqualTo(2);
      assertThat(receiver.received())
          .extracting(Received::authorization)
          .containsOnly(ForwardProcess.TOKEN);
      assertThat(committed("poison")).isEqualTo(ends);
      assertThat(deadLetters())
          .containsExactlyInAnyOrder(
              "agent-3 " + body(3, 1) + " HTTP 400 400 1 other.drift",
              "agent-4 " + body(4, 2) + " HTTP 500 500 2 other.drift");

      receiver.answer(body(3, 1), 200);
      receiver.answer(body(4, 2), 200);
      forwardTheDeadLetters(receiver);
    }
  }

  /** As they can be once the receiver takes them. */
  private static void forwardTheDeadLetters(UnreliableReceiver receiver) throws Exception {
    List<String> arguments =
        arguments(
            receiver,
            "--topic=other.forward-dead-letter",
            "--dead-letter-topic=other.hopeless",
            "--group=again");
    arguments.add(0, "forward");
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Thread forward =
        new Thread(() -> Driftline.run(nowhere, nowhere, arguments.toArray(String[]::new)));
    forward.start();
    await(() -> committed("again").values().stream().mapToLong(Long::longValue).sum() == 2);
    forward.interrupt();
    forward.join();
    assertThat(distinct(receiver)).isEqualTo(50);
  }

  private ForwardProcess forward(UnreliableReceiver receiver, String name, String... more)
      throws IOException {
    return new ForwardProcess(folder.resolve(name), arguments(receiver, more));
  }

  private static List<String> arguments(UnreliableReceiver receiver, String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("--bootstrap-servers=" + broker.bootstrapServers());
    arguments.add("--webhook=" + receiver.url());
    // As short as the broker allows: so long are the partitions of whoever was killed kept back.
    arguments.addAll(List.of("-D", "driftline.kafka.properties.session.timeout.ms=6000"));
    return arguments;
  }

  private static void await(BooleanSupplier reached) throws InterruptedException {
    while (!reached.getAsBoolean()) {
      Thread.sleep(50);
    }
  }

  private static long distinct(UnreliableReceiver receiver) {
    return receiver.received().stream().map(Received::idempotencyKey).distinct().count();
  }

  /** One record of each agent after the other, among others that were given up. */
  private static Map<TopicPartition, Long> produce(String topic, int agents, int ofEach)
      throws Exception {
    broker.createTopic(topic, PARTITIONS, Map.of());
    Map<TopicPartition, Long> ends = new HashMap<>();
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", topic),
            new StringSerializer(),
            new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer
          .send(new ProducerRecord<>(topic, "ghost", "{\"agent\":\"ghost\",\"number\":0}"))
          .get();
      producer.abortTransaction();
      producer.beginTransaction();
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (int number = 0; number < ofEach; number++) {
        for (int agent = 0; agent < agents; agent++) {
          sent.add(
              producer.send(new ProducerRecord<>(topic, "agent-" + agent, body(agent, number))));
        }
      }
      producer.commitTransaction();
      for (Future<RecordMetadata> each : sent) {
        ends.merge(
            new TopicPartition(topic, each.get().partition()), each.get().offset() + 1, Math::max);
      }
    }
    return ends;
  }

  private static Map<TopicPartition, Long> committed(String group) {
    Map<TopicPartition, Long> positions = new HashMap<>();
    admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .forEach((partition, position) -> positions.put(partition, position.offset()));
    return positions;
  }

  /** Key, value, reason, status, attempts and topic of each. */
  private static List<String> deadLetters() {
    List<String> letters = new ArrayList<>();
    try (CommittedTopic topic =
        CommittedTopic.open(
            broker.bootstrapServers(), "other.forward-dead-letter", new Properties(), "")) {
      for (List<ConsumerRecord<byte[], byte[]>> next = topic.next();
          !next.isEmpty();
          next = topic.next()) {
        next.forEach(record -> letters.add(letter(record)));
      }
    }
    return letters;
  }

  private static String letter(ConsumerRecord<byte[], byte[]> record) {
    String why =
        StreamSupport.stream(record.headers().spliterator(), false)
            .limit(4)
            .map(header -> new String(header.value(), UTF_8))
            .collect(Collectors.joining(" "));
    return new String(record.key(), UTF_8) + " " + new String(record.value(), UTF_8) + " " + why;
  }

  private static String body(int agent, int number) {
    return "{\"agent\":\"agent-%d\",\"number\":%d}".formatted(agent, number);
  }

  private static int number(String body) {
    return Integer.parseInt(body.replaceAll(".*:(\\d+)}", "$1"));
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }
}
