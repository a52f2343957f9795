package io.driftline.job.cli.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntUnaryOperator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes the events to a topic, part by part, as fast as the broker takes them. */
final class Feed implements AutoCloseable {

  /** Every record where it belongs. */
  static final IntUnaryOperator AS_USUAL = partition -> partition;

  private static final String CLOSING =
      """
      {"event_id":"closing-%1$d","time":"%2$s","agent":{"id":"closing-%1$d"},"system":"clock",\
      "action":"pass"}""";

  private final String topic;
  private final EventFile events;
  private final EventFile.Reader reader;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final Map<Integer, Long> times = new HashMap<>();
  private Event next;
  private long published;
  private long records;

  Feed(String bootstrapServers, String topic, EventFile events) throws IOException {
    this.topic = topic;
    this.events = events;
    this.reader = events.open();
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("batch.size", 256 << 10);
    settings.put("linger.ms", 20);
    settings.put("enable.idempotence", true);
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Publishes until {@code share} of all events are out; returns when the broker has them. */
  void upTo(double share) throws Exception {
    upTo(share, AS_USUAL, null);
  }

  /**
   * The same, with what is usually for one partition sent to another, and garbage in between.
   *
   * @param garbage {@code null} for none
   */
  void upTo(double share, IntUnaryOperator elsewhere, Garbage garbage) throws Exception {
    for (long end = Math.round(share * events.count()); published < end; ) {
      int partition = elsewhere.applyAsInt(peek().partition());
      publishNext(partition);
      while (garbage != null && garbage.isDue(published - 1)) {
        send(partition, garbage.next());
      }
    }
    flush();
  }

  /** Where the next event goes. */
  int nextPartition() throws IOException {
    return peek().partition();
  }

  /** Publishes the next event. */
  void one() throws Exception {
    publishNext(nextPartition());
    flush();
  }

  /**
   * Publishes an event of its own to each partition, so much later that event time passes all
   * others; these are not passed, so nothing comes of them.
   */
  void close(int partitions, Instant at) throws Exception {
    for (int partition = 0; partition < partitions; partition++) {
      send(partition, CLOSING.formatted(partition, at).getBytes(StandardCharsets.UTF_8));
      times.put(partition, at.toEpochMilli());
    }
    flush();
  }

  /** Up to when, in epoch milliseconds, every partition has got its events. */
  long eventTime() {
    return times.values().stream().mapToLong(Long::longValue).min().orElse(Long.MIN_VALUE);
  }

  /** How many records are out, garbage included. */
  long records() {
    return records;
  }

  @Override
  public void close() throws IOException {
    try (reader) {
      producer.close();
    }
  }

  private Event peek() throws IOException {
    if (next == null) {
      next = reader.next();
    }
    return next;
  }

  private void publishNext(int partition) throws Exception {
    Event event = peek();
    next = null;
    send(partition, event.value());
    times.put(partition, event.time());
    published++;
  }

  private void flush() throws Exception {
    producer.flush();
    requireAccepted();
  }

  private void send(int partition, byte[] value) throws Exception {
    Future<?> unused =
        producer.send(
            new ProducerRecord<>(topic, partition, null, value),
            (stored, error) -> failure.compareAndSet(null, error));
    records++;
    requireAccepted();
  }

  private void requireAccepted() throws Exception {
    if (failure.get() != null) {
      throw failure.get();
    }
  }
}
