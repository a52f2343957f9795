package io.driftline.job.cli.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.driftline.job.cli.CommandFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ForwarderTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final TopicPartition P0 = Messages.partition(0);

  private final Map<String, CompletableFuture<Answer>> sent = new LinkedHashMap<>();
  private final Map<String, CompletableFuture<Void>> buried = new LinkedHashMap<>();
  private final Mailbox mailbox = new Mailbox();
  private Instant now = Instant.EPOCH;
  private final Forwarder forwarder = forwarder(2);

  private Forwarder forwarder(int concurrency) {
    return new Forwarder(
        delivery -> put(sent, Messages.text(delivery)),
        (delivery, answer) -> put(buried, Messages.text(delivery) + " " + answer.reason()),
        concurrency,
        new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1), new Random(5)),
        new Patience(3, Duration.ofMillis(1)),
        () -> now,
        mailbox);
  }

  @Test
  void sendsTheOldestOfEachAgentAndOfAsManyAsAllowed() {
    take("a", "a", "b", "c");
    assertThat(sent).containsOnlyKeys("a0", "b2");
    answer("b2", 200);
    assertThat(sent).containsOnlyKeys("a0", "c3");
    answer("a0", 200);
    assertThat(sent).containsOnlyKeys("a1", "c3");
  }

  @Test
  void aFailedRecordHoldsUpItsAgentOnly() {
    take("a", "a", "b", "b");
    answer("a0", 500);
    answer("b2", 200);
    answer("b3", 200);
    assertThat(sent).isEmpty();
    assertThat(forwarder.idle(LONG)).isLessThanOrEqualTo(Duration.ofMillis(100));
    pass(100);
    assertThat(sent).containsOnlyKeys("a0");
    answer("a0", 200);
    assertThat(sent).containsOnlyKeys("a1");
  }

  @Test
  void aRecordThatWaitsLeavesItsPlaceToOthers() {
    take("a", "b", "c", "d");
    answer("a0", 503);
    answer("b1", 503);
    assertThat(sent).containsOnlyKeys("c2", "d3");
  }

  @Test
  void commitsUpToTheOldestThatIsNotDelivered() {
    take("a", "b", "c");
    answer("b1", 200);
    answer("c2", 200);
    assertThat(positions()).containsEntry(P0, 0L);
    answer("a0", 200);
    assertThat(positions()).containsEntry(P0, 3L);
    assertThat(forwarder.hasWork()).isFalse();
  }

  @Test
  void aRefusedRecordIsDoneOnceItIsSafelyStored() {
    take("a", "a");
    answer("a0", 400);
    assertThat(buried).containsOnlyKeys("a0 HTTP 400");
    assertThat(sent).as("nothing overtakes it").isEmpty();
    assertThat(positions()).containsEntry(P0, 0L);
    buried.get("a0 HTTP 400").complete(null);
    run();
    assertThat(positions()).containsEntry(P0, 1L);
    assertThat(sent).containsOnlyKeys("a1");
    assertThat(forwarder.tally())
        .hasToString("0 forwarded, 0 retried, 1 dead-lettered, last failure: HTTP 400");
  }

  @Test
  void givesUpAfterTheLastAttempt() {
    take("a");
    answer("a0", 500);
    pass(100);
    sent.remove("a0").complete(Answer.none("timeout"));
    run();
    pass(200);
    assertThat(buried).isEmpty();
    answer("a0", 502);
    assertThat(buried).containsOnlyKeys("a0 HTTP 502");
    assertThat(forwarder.tally())
        .hasToString("0 forwarded, 2 retried, 0 dead-lettered, last failure: HTTP 502");
  }

  @Test
  void stopsIfADeadLetterCannotBeStored() {
    take("a");
    answer("a0", 400);
    buried.get("a0 HTTP 400").completeExceptionally(new IllegalStateException("no leader"));
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(this::run)
        .withMessage("cannot store a dead letter: no leader");
    assertThat(positions()).containsEntry(P0, 0L);
  }

  @Test
  void waitsAsLongAsTheReceiverAsks() {
    take("a");
    sent.remove("a0").complete(Answer.of(429, Duration.ofSeconds(5)));
    run();
    pass(4_999);
    assertThat(sent).isEmpty();
    pass(101);
    assertThat(sent).containsOnlyKeys("a0");
  }

  @Test
  void aTombstoneIsPassedOver() {
    forwarder.take(List.of(Messages.of(0, 0, "a", null), Messages.of(0, 1, "a", "a1")));
    run();
    assertThat(sent).containsOnlyKeys("a1");
    assertThat(positions()).containsEntry(P0, 1L);
  }

  @Test
  void isFullWhenTheWindowBehindTheOldestIs() {
    List<ConsumerRecord<byte[], byte[]>> many = new ArrayList<>();
    for (int i = 0; i < Forwarder.WINDOW; i++) {
      many.add(Messages.of(i, "a"));
    }
    forwarder.take(many.subList(0, Forwarder.WINDOW - 1));
    assertThat(forwarder.isFull(P0)).isFalse();
    forwarder.take(many.subList(Forwarder.WINDOW - 1, Forwarder.WINDOW));
    assertThat(forwarder.isFull(P0)).isTrue();
    assertThat(forwarder.isFull(Messages.partition(1))).isFalse();
    run();
    answer("a0", 200);
    assertThat(forwarder.isFull(P0)).isFalse();
  }

  @Test
  void isFullWhenTheMemoryIs() {
    String large = "x".repeat(1 << 20);
    for (int i = 0; i < 64; i++) {
      assertThat(forwarder.isFull(P0)).isFalse();
      forwarder.take(List.of(Messages.of(0, i, "a", large)));
    }
    assertThat(forwarder.isFull(P0)).isTrue();
    assertThat(forwarder.isFull(Messages.partition(1))).isTrue();
    forwarder.drop(List.of(P0));
    assertThat(forwarder.isFull(P0)).isFalse();
  }

  @Test
  void beginsNothingOfAPartitionThatIsGivenAway() {
    take("a", "a", "b", "b", "c");
    answer("b2", 500);
    forwarder.quiesce(List.of(P0));
    assertThat(forwarder.isUnderWay(List.of(P0))).isTrue();
    answer("a0", 200);
    answer("c4", 503);
    pass(10_000);
    assertThat(sent).isEmpty();
    assertThat(forwarder.isUnderWay(List.of(P0))).isFalse();
    assertThat(positions()).containsEntry(P0, 1L);
  }

  @Test
  void abandonsWhatIsUnderWayOfADroppedPartition() {
    take("a", "b");
    forwarder.take(List.of(Messages.of(1, 0, "z", "z0")));
    CompletableFuture<Answer> abandoned = sent.remove("a0");
    forwarder.drop(List.of(P0));
    assertThat(abandoned).isCancelled();
    run();
    assertThat(sent).as("its place is free").containsKey("z0");
    assertThat(positions()).containsOnlyKeys(Messages.partition(1));

    forwarder.take(List.of(Messages.of(0, "a")));
    run();
    assertThat(positions()).as("read again").containsEntry(P0, 0L);
  }

  private void take(String... agents) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (String agent : agents) {
      records.add(Messages.of(records.size(), agent));
    }
    forwarder.take(records);
    run();
  }

  private void answer(String record, int status) {
    sent.remove(record).complete(Answer.of(status, Duration.ZERO));
    run();
  }

  private void pass(long millis) {
    now = now.plusMillis(millis);
    run();
  }

  private void run() {
    try {
      mailbox.run(Duration.ZERO);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    forwarder.advance();
  }

  private Map<TopicPartition, Long> positions() {
    Map<TopicPartition, Long> positions = new LinkedHashMap<>();
    Map<TopicPartition, OffsetAndMetadata> toCommit = forwarder.offsets().toCommit();
    toCommit.forEach((partition, position) -> positions.put(partition, position.offset()));
    return positions;
  }

  private static <T> CompletableFuture<T> put(
      Map<String, CompletableFuture<T>> futures, String name) {
    CompletableFuture<T> future = new CompletableFuture<>();
    assertThat(futures.put(name, future)).isNull();
    return future;
  }
}
