package io.driftline.job.cli.forward;

import io.driftline.job.cli.Progress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * The thread between Kafka and a {@link Forwarder}: reads, has sent, commits what is done.
 *
 * <p>Offsets are committed every half second, when partitions are given away and at an orderly end;
 * after any other end the records since the last commit are sent again.
 */
final class Forwarding implements ConsumerRebalanceListener {

  /** How long is waited for records when there is nothing else to do. */
  private static final Duration POLL = Duration.ofMillis(100);

  /** How long is waited for answers before new records are looked for. */
  private static final Duration PAUSE = Duration.ofMillis(20);

  private static final Duration COMMIT_EVERY = Duration.ofMillis(500);
  private static final Duration COMMIT_WITHIN = Duration.ofSeconds(5);

  /** How long what is under way may take when it has to end. */
  private static final Duration END_WITHIN = Duration.ofSeconds(5);

  private final Consumer<byte[], byte[]> consumer;
  private final Forwarder forwarder;
  private final Mailbox mailbox;
  private final Progress progress;
  private final InstantSource clock;
  private long nextCommit;

  /**
   * @param consumer that commits nothing by itself
   * @param mailbox of the forwarder
   */
  Forwarding(
      Consumer<byte[], byte[]> consumer,
      Forwarder forwarder,
      Mailbox mailbox,
      Progress progress,
      InstantSource clock) {
    this.consumer = consumer;
    this.forwarder = forwarder;
    this.mailbox = mailbox;
    this.progress = progress;
    this.clock = clock;
  }

  /** Forwards until {@code stopped} says so, which is asked several times a second. */
  void run(Collection<String> topics, BooleanSupplier stopped) throws InterruptedException {
    consumer.subscribe(topics, this);
    while (!stopped.getAsBoolean()) {
      step();
    }
    giveUp(consumer.assignment());
  }

  private void step() throws InterruptedException {
    holdBack();
    forwarder.take(consumer.poll(forwarder.hasWork() ? Duration.ZERO : POLL));
    forwarder.advance();
    mailbox.run(forwarder.hasWork() ? forwarder.idle(PAUSE) : Duration.ZERO);
    forwarder.advance();
    if (clock.millis() >= nextCommit) {
      commit();
      progress.update(forwarder.tally() + ", " + behind() + " to go");
      nextCommit = clock.millis() + COMMIT_EVERY.toMillis();
    }
  }

  /** Reads no partition further than there is room for. */
  private void holdBack() {
    Set<TopicPartition> paused = consumer.paused();
    for (TopicPartition partition : consumer.assignment()) {
      if (forwarder.isFull(partition) != paused.contains(partition)) {
        if (paused.contains(partition)) {
          consumer.resume(Set.of(partition));
        } else {
          consumer.pause(Set.of(partition));
        }
      }
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    // Their records come with the next poll.
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    try {
      giveUp(partitions);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** They are another's already, so nothing of them may be committed. */
  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    forwarder.drop(partitions);
  }

  private void giveUp(Collection<TopicPartition> partitions) throws InterruptedException {
    forwarder.quiesce(partitions);
    long deadline = clock.millis() + END_WITHIN.toMillis();
    while (forwarder.isUnderWay(partitions) && clock.millis() < deadline) {
      mailbox.run(PAUSE);
    }
    commit();
    forwarder.drop(partitions);
  }

  private void commit() {
    Map<TopicPartition, OffsetAndMetadata> positions = forwarder.offsets().toCommit();
    if (positions.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(positions, COMMIT_WITHIN);
      forwarder.offsets().committed(positions);
    } catch (RetriableException | CommitFailedException | RebalanceInProgressException later) {
      // What was not committed is committed next time, or is another's and is sent again by it.
    }
  }

  private long behind() {
    long unread =
        consumer.assignment().stream()
            .map(consumer::currentLag)
            .filter(OptionalLong::isPresent)
            .mapToLong(OptionalLong::getAsLong)
            .sum();
    return unread + forwarder.offsets().unfinished();
  }
}
