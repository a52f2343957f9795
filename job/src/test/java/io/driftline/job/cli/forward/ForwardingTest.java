package io.driftline.job.cli.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.cli.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ForwardingTest {

  private static final TopicPartition P0 = Messages.partition(0);
  private static final TopicPartition P1 = Messages.partition(1);

  private final Map<TopicPartition, Long> committed = new HashMap<>();
  private final MockConsumer<byte[], byte[]> consumer =
      new MockConsumer<>("earliest") {
        @Override
        public synchronized void commitSync(
            Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
          super.commitSync(offsets, timeout);
          offsets.forEach((partition, position) -> committed.put(partition, position.offset()));
        }
      };
  private final Mailbox mailbox = new Mailbox();
  private final Map<String, CompletableFuture<Answer>> sent = new LinkedHashMap<>();
  private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private boolean stopped;

  private final Forwarder forwarder =
      new Forwarder(
          delivery -> sent.computeIfAbsent(Messages.text(delivery), x -> new CompletableFuture<>()),
          (delivery, answer) -> CompletableFuture.completedFuture(null),
          8,
          Backoff.usual(new Random(5)),
          new Patience(1, Duration.ZERO),
          this::now,
          mailbox);

  /** Each look at the clock takes a second, so that every wait ends. */
  private Instant now() {
    now = now.plusSeconds(1);
    return now;
  }

  @Test
  void commitsWhatIsDoneAndStopsInGoodOrder() throws Exception {
    read(P0, P1);
    add(0, "a0", 0);
    add(0, "a1", 1);
    add(1, "b0", 0);
    then(() -> answer("a0", "b0"));
    then(() -> stopped = true);
    run();
    assertThat(committed).containsEntry(P0, 1L);
    assertThat(committed).containsEntry(P1, 1L);
    assertThat(sent.get("a1")).as("waited for in vain").isCancelled();
  }

  @Test
  void waitsForWhatIsUnderWayWhenItStops() throws Exception {
    read(P0);
    add(0, "a0", 0);
    then(
        () -> {
          stopped = true;
          answerLater("a0");
        });
    run();
    assertThat(committed).containsEntry(P0, 1L);
  }

  @Test
  void commitsWhatIsDoneOfPartitionsThatAreRevoked() throws Exception {
    read(P0, P1);
    add(0, "a0", 0);
    add(0, "a1", 1);
    add(1, "b0", 0);
    then(
        () -> {
          answer("a0");
          consumer.rebalance(List.of(P1));
        });
    then(
        () -> {
          assertThat(committed).containsEntry(P0, 1L);
          assertThat(sent).doesNotContainKey("a1");
          answer("b0");
        });
    then(() -> stopped = true);
    run();
    assertThat(committed).containsEntry(P1, 1L);
  }

  @Test
  void readsAPartitionNoFurtherThanThereIsRoom() throws Exception {
    read(P0, P1);
    for (int i = 0; i < Forwarder.WINDOW; i++) {
      add(0, "a" + i, i);
    }
    Set<TopicPartition> paused = new HashSet<>();
    then(() -> {});
    then(
        () -> {
          paused.addAll(consumer.paused());
          answer("a0");
        });
    then(() -> assertThat(consumer.paused()).isEmpty());
    then(() -> stopped = true);
    run();
    assertThat(paused).containsExactly(P0);
  }

  private void run() throws InterruptedException {
    Progress progress = new Progress("", new PrintWriter(new StringWriter()), false, this::now);
    new Forwarding(consumer, forwarder, mailbox, progress, this::now)
        .run(List.of(Messages.TOPIC), () -> stopped);
  }

  private void read(TopicPartition... partitions) {
    then(
        () -> {
          consumer.rebalance(List.of(partitions));
          for (TopicPartition partition : partitions) {
            consumer.updateBeginningOffsets(Map.of(partition, 0L));
          }
          records.forEach(consumer::addRecord);
        });
  }

  /** To be read with the first poll; the agent is the first letter. */
  private void add(int partition, String value, long offset) {
    records.add(Messages.of(partition, offset, value.substring(0, 1), value));
  }

  private void then(Runnable task) {
    consumer.schedulePollTask(task);
  }

  private void answer(String... records) {
    for (String record : records) {
      boolean unused = sent.get(record).complete(Answer.of(200, Duration.ZERO));
    }
  }

  private void answerLater(String record) {
    // The answer is in the mailbox only when the loop has ended.
    mailbox.execute(() -> answer(record));
  }
}
