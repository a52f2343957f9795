package io.driftline.job.cli.forward;

import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A record on its way to the receiver. Two of them are equal only if they are the same. */
final class Delivery {

  /** Records with one lane are sent one after the other. */
  record Lane(TopicPartition partition, ByteBuffer key) {}

  private final ConsumerRecord<byte[], byte[]> message;
  private final TopicPartition partition;
  private int attempts;
  private long firstSent;

  Delivery(ConsumerRecord<byte[], byte[]> message) {
    this.message = message;
    this.partition = new TopicPartition(message.topic(), message.partition());
  }

  ConsumerRecord<byte[], byte[]> message() {
    return message;
  }

  TopicPartition partition() {
    return partition;
  }

  long offset() {
    return message.offset();
  }

  /** That of its agent; records without a key share one in each partition. */
  Lane lane() {
    return new Lane(partition, message.key() == null ? null : ByteBuffer.wrap(message.key()));
  }

  /** Whether there is something to send: a tombstone has nothing to say. */
  boolean hasContent() {
    return message.value() != null;
  }

  int bytes() {
    return size(message.key()) + size(message.value());
  }

  /** Notes that it is sent once more. */
  void sent(long now) {
    if (attempts == 0) {
      firstSent = now;
    }
    attempts++;
  }

  /** How often it was sent. */
  int attempts() {
    return attempts;
  }

  /** How long ago it was first sent, in milliseconds. */
  long age(long now) {
    return now - firstSent;
  }

  private static int size(byte[] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
