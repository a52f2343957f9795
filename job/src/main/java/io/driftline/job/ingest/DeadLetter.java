package io.driftline.job.ingest;

import java.util.Arrays;
import java.util.Objects;

/**
 * A record that could not be decoded, kept so that it can be repaired and sent again.
 *
 * <p>It says nothing about when it was received: the same input makes the same dead letter.
 *
 * @param reason what kind of fault it is
 * @param message which field, what was wrong, and what is expected
 * @param position where the record was read
 * @param original the record's bytes, or the first {@link #KEPT_BYTES} of them; not copied, so
 *     neither side may change them
 * @param size how many bytes the whole record had
 * @param sha256 digest of the whole record, 64 lower-case hexadecimal digits
 */
public record DeadLetter(
    Rejection reason,
    String message,
    SourcePosition position,
    byte[] original,
    long size,
    String sha256) {

  /** In Base64 this much still fits the 1 MiB that a Kafka broker takes by default. */
  public static final int KEPT_BYTES = 256 * 1024;

  public DeadLetter {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(sha256, "sha256");
    if (original.length > size) {
      throw new IllegalArgumentException(
          "kept " + original.length + " bytes of a record of " + size);
    }
  }

  /** The dead letter of a record that is wholly at hand. */
  public static DeadLetter of(
      Rejection reason, String message, SourcePosition position, byte[] record) {
    return cut(reason, message, position, record, record.length, Sha256.hex(record));
  }

  /** The dead letter of a record of which {@code head} holds the beginning. */
  static DeadLetter cut(
      Rejection reason,
      String message,
      SourcePosition position,
      byte[] head,
      long size,
      String sha256) {
    byte[] kept = Arrays.copyOf(head, Math.min(head.length, KEPT_BYTES));
    return new DeadLetter(reason, message, position, kept, size, sha256);
  }

  /** Whether bytes of the record are missing from {@link #original}. */
  public boolean truncated() {
    return original.length < size;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DeadLetter that
        && reason == that.reason
        && size == that.size
        && message.equals(that.message)
        && position.equals(that.position)
        && sha256.equals(that.sha256)
        && Arrays.equals(original, that.original);
  }

  @Override
  public int hashCode() {
    return Objects.hash(reason, message, position, size, sha256);
  }

  @Override
  public String toString() {
    return "DeadLetter[" + reason.code() + ": " + message + ", " + position + ", " + size + " B]";
  }
}
