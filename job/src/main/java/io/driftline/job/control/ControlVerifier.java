package io.driftline.job.control;

import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.Rejection;
import io.driftline.job.ingest.SourcePosition;
import java.io.Serializable;
import java.security.PublicKey;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Decodes control messages, if a key is trusted only those that it verifies.
 *
 * @param key {@code null} if none is asked for
 */
public record ControlVerifier(PublicKey key) implements Serializable {

  /** As {@link DriftlineOptions#CONTROL_KEY} says. */
  public static ControlVerifier of(Configuration config) {
    String key = config.get(DriftlineOptions.CONTROL_KEY);
    return new ControlVerifier(key == null ? null : ControlKeys.publicKey(key));
  }

  /** What a record says; never throws. */
  public ControlRecord decode(ConsumerRecord<byte[], byte[]> record, SourcePosition position) {
    byte[] bytes = record.value() == null ? new byte[0] : record.value();
    if (key == null) {
      return ControlDecoder.decode(bytes, position, record.timestamp());
    }
    Header header = record.headers().lastHeader(ControlKeys.HEADER);
    if (header == null || header.value() == null) {
      return refused(Rejection.UNSIGNED, "it has no header", position, bytes);
    }
    return ControlKeys.verifies(key, record.topic(), bytes, header.value())
        ? ControlDecoder.decode(bytes, position, record.timestamp(), ControlKeys.fingerprint(key))
        : refused(Rejection.BAD_SIGNATURE, "no key that is trusted made", position, bytes);
  }

  private ControlRecord refused(
      Rejection reason, String problem, SourcePosition position, byte[] bytes) {
    String message =
        "%s %s; sign it with the private key of %s, as driftline control apply --sign does"
            .formatted(problem, ControlKeys.HEADER, ControlKeys.fingerprint(key));
    return ControlRecord.of(DeadLetter.of(reason, message, position, bytes));
  }
}
