package io.driftline.job.cli.forward;

import io.driftline.job.cli.CommandFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Decides what is sent when: of each lane the oldest record, of all lanes as many at once as
 * allowed; again later what failed, to the dead letters what is hopeless.
 *
 * <p>For one thread only, which also runs what is given to {@code mailbox}.
 */
final class Forwarder {

  /** How far beyond its oldest unfinished record a partition is read. */
  static final int WINDOW = 10_000;

  /** How much may be held in memory. */
  static final long MOST_BYTES = 64L << 20;

  /** A delivery that waits for its next attempt. */
  private record Retry(long due, Delivery delivery) {}

  private final Sender sender;
  private final DeadLetters deadLetters;
  private final int concurrency;
  private final Backoff backoff;
  private final Patience patience;
  private final InstantSource clock;
  private final Executor mailbox;

  private final KeyedQueues queues = new KeyedQueues();
  private final Offsets offsets = new Offsets();
  private final Deque<Delivery> ready = new ArrayDeque<>();
  private final PriorityQueue<Retry> waiting =
      new PriorityQueue<>(Comparator.comparingLong(Retry::due));
  private final Map<Delivery, CompletableFuture<Answer>> sending = new HashMap<>();
  private final Set<Delivery> burying = new HashSet<>();
  private final Tally tally = new Tally();

  /**
   * @param concurrency how many records are sent at once, at most
   * @param mailbox where other threads leave what this one is to run
   */
  Forwarder(
      Sender sender,
      DeadLetters deadLetters,
      int concurrency,
      Backoff backoff,
      Patience patience,
      InstantSource clock,
      Executor mailbox) {
    this.sender = sender;
    this.deadLetters = deadLetters;
    this.concurrency = concurrency;
    this.backoff = backoff;
    this.patience = patience;
    this.clock = clock;
    this.mailbox = mailbox;
  }

  /** Takes records over, in the order of each partition. */
  void take(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    for (ConsumerRecord<byte[], byte[]> message : records) {
      Delivery delivery = new Delivery(message);
      offsets.read(delivery);
      if (!delivery.hasContent()) {
        offsets.finish(delivery);
      } else if (queues.add(delivery)) {
        ready.add(delivery);
      }
    }
  }

  /** Sends what is due, as much of it as may be on its way at once. */
  void advance() {
    long now = clock.millis();
    while (!waiting.isEmpty() && waiting.peek().due() <= now) {
      ready.add(waiting.remove().delivery());
    }
    while (!ready.isEmpty() && sending.size() < concurrency) {
      send(ready.remove(), now);
    }
  }

  /** How long nothing falls due, if nobody reports anything before; at most {@code longest}. */
  Duration idle(Duration longest) {
    if (waiting.isEmpty()) {
      return longest;
    }
    long wait = Math.max(0, waiting.peek().due() - clock.millis());
    return Duration.ofMillis(Math.min(wait, longest.toMillis()));
  }

  /** Whether anything is not finished. */
  boolean hasWork() {
    return offsets.unfinished() > 0;
  }

  /** Whether a partition must not be read further for now. */
  boolean isFull(TopicPartition partition) {
    return offsets.window(partition) >= WINDOW || offsets.bytes() >= MOST_BYTES;
  }

  /** Begins nothing more of these partitions; what is under way goes on. */
  void quiesce(Collection<TopicPartition> partitions) {
    ready.removeIf(delivery -> partitions.contains(delivery.partition()));
    waiting.removeIf(retry -> partitions.contains(retry.delivery().partition()));
    queues.drop(partitions);
  }

  /** Whether anything of these partitions is on its way to the receiver or the dead letters. */
  boolean isUnderWay(Collection<TopicPartition> partitions) {
    return sending.keySet().stream().anyMatch(each -> partitions.contains(each.partition()))
        || burying.stream().anyMatch(each -> partitions.contains(each.partition()));
  }

  /** Forgets these partitions, and abandons what of them is under way. */
  void drop(Collection<TopicPartition> partitions) {
    quiesce(partitions);
    for (Delivery delivery : Set.copyOf(sending.keySet())) {
      if (partitions.contains(delivery.partition())) {
        sending.remove(delivery).cancel(true);
      }
    }
    burying.removeIf(delivery -> partitions.contains(delivery.partition()));
    offsets.drop(partitions);
  }

  Offsets offsets() {
    return offsets;
  }

  Tally tally() {
    return tally;
  }

  private void send(Delivery delivery, long now) {
    delivery.sent(now);
    CompletableFuture<Answer> answer = sender.send(delivery);
    sending.put(delivery, answer);
    CompletableFuture<Answer> unused =
        answer.whenComplete((value, error) -> mailbox.execute(() -> answered(delivery, answer)));
  }

  private void answered(Delivery delivery, CompletableFuture<Answer> future) {
    // An answer that nobody waits for any more: the partition was dropped.
    if (sending.remove(delivery, future)) {
      Answer answer = future.join();
      switch (answer.verdict()) {
        case DELIVERED -> delivered(delivery);
        case RETRY -> failed(delivery, answer);
        case REFUSED -> bury(delivery, answer);
      }
    }
  }

  private void delivered(Delivery delivery) {
    tally.forwarded();
    finish(delivery);
  }

  private void failed(Delivery delivery, Answer answer) {
    if (patience.isOver(delivery, clock.millis())) {
      bury(delivery, answer);
    } else if (queues.isHead(delivery)) {
      tally.retried(answer);
      long wait = backoff.after(delivery.attempts(), answer).toMillis();
      waiting.add(new Retry(clock.millis() + wait, delivery));
    }
  }

  private void bury(Delivery delivery, Answer answer) {
    tally.refused(answer);
    burying.add(delivery);
    CompletableFuture<Void> unused =
        deadLetters
            .store(delivery, answer)
            .whenComplete((stored, error) -> mailbox.execute(() -> buried(delivery, error)));
  }

  private void buried(Delivery delivery, Throwable error) {
    if (burying.remove(delivery)) {
      if (error != null) {
        throw new CommandFailure(
            "cannot store a dead letter: " + error.getMessage(),
            "may this client write to that topic? to start again does no harm",
            error);
      }
      tally.deadLettered();
      finish(delivery);
    }
  }

  private void finish(Delivery delivery) {
    offsets.finish(delivery);
    Delivery next = queues.finish(delivery);
    if (next != null) {
      ready.add(next);
    }
  }
}
