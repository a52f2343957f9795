package io.driftline.job.cli.forward;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** The HTTP headers that tell of a record. */
final class RecordHeaders {

  private static final int KEY_BYTES = 16;

  private RecordHeaders() {}

  /** Headers by name. */
  static Map<String, String> of(ConsumerRecord<byte[], byte[]> message) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("Idempotency-Key", idempotencyKey(message));
    if (message.key() != null) {
      headers.put("X-Driftline-Agent", printable(message.key()));
    }
    Header schema = message.headers().lastHeader("schema");
    if (schema != null && schema.value() != null) {
      headers.put("X-Driftline-Schema", printable(schema.value()));
    }
    return headers;
  }

  /**
   * The first half of SHA-256 over key and value, in hexadecimal: it stays the same when the record
   * is sent again, comes back from the dead letters, or is written once more by a job that replays.
   */
  private static String idempotencyKey(ConsumerRecord<byte[], byte[]> message) {
    MessageDigest digest = sha256();
    byte[] key = message.key() == null ? new byte[0] : message.key();
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(key.length).flip());
    digest.update(key);
    digest.update(message.value());
    return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), KEY_BYTES));
  }

  /** What is not printable ASCII, and the percent sign, as in URLs. */
  private static String printable(byte[] utf8) {
    StringBuilder text = new StringBuilder();
    for (byte each : utf8) {
      if (each > ' ' && each < 0x7f && each != '%') {
        text.append((char) each);
      } else {
        text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
      }
    }
    return text.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
