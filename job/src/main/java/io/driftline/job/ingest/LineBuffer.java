package io.driftline.job.ingest;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Collects one line in bounded memory: beyond the limit it keeps the beginning, the size and the
 * digest.
 */
final class LineBuffer {

  private static final byte[] NOTHING = {};

  private final int limit;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream(512);
  private long size;
  private MessageDigest digest;

  /**
   * A buffer for lines of at most {@code limit} bytes.
   *
   * @param limit bytes, without the line's end
   */
  LineBuffer(int limit) {
    this.limit = limit;
  }

  void add(byte[] bytes, int from, int length) {
    size += length;
    // One byte more than the limit, as the last one may be a carriage return.
    int room = limit + 1 - kept.size();
    if (length > room && digest == null) {
      digest = Sha256.digest();
      digest.update(kept.toByteArray());
    }
    if (digest != null) {
      digest.update(bytes, from, length);
    }
    kept.write(bytes, from, Math.min(length, room));
  }

  /** The line collected since the last call. */
  Line take(long number) {
    byte[] head = kept.toByteArray();
    Line line = digest == null ? complete(number, head) : cut(number, head);
    kept.reset();
    size = 0;
    digest = null;
    return line;
  }

  private Line complete(long number, byte[] head) {
    boolean carriageReturn = head.length > 0 && head[head.length - 1] == '\r';
    byte[] text = carriageReturn ? Arrays.copyOf(head, head.length - 1) : head;
    return text.length <= limit
        ? new Line(number, text, text.length, null)
        : new Line(number, head, size, Sha256.hex(head));
  }

  private Line cut(long number, byte[] head) {
    return new Line(number, head, size, Sha256.hex(digest, NOTHING));
  }
}
