package io.driftline.job.control;

import io.driftline.job.audit.ControlEntry;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.Rejection;
import io.driftline.job.ingest.Sha256;
import io.driftline.job.ingest.SourcePosition;
import java.util.Objects;

/**
 * The message that a control record was decoded from.
 *
 * @param position where it was read
 * @param message its bytes
 * @param time of the record, epoch milliseconds
 * @param signer fingerprint of the key that verified it; {@code null} if none is asked for
 * @param said when the message says it was made, epoch milliseconds; {@code null} if it does not
 * @param type its type; {@code null} if it was not understood
 * @param subject what it is about; {@code null} if it names nothing
 * @param by who says so; {@code null} if nobody is named
 * @param reason why; {@code null} if none is given
 */
public record ControlOrigin(
    SourcePosition position,
    byte[] message,
    long time,
    String signer,
    Long said,
    String type,
    String subject,
    String by,
    String reason) {

  public ControlOrigin {
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(message, "message");
  }

  /** What the audit trail is to hold. */
  ControlEntry entry() {
    String source =
        "%s, partition %d, offset %d"
            .formatted(position.source(), position.partition(), position.offset());
    return new ControlEntry(type, subject, by, reason, time, signer, source, Sha256.hex(message));
  }

  DeadLetter refused(Rejection reason, String text) {
    return DeadLetter.of(reason, text, position, message);
  }
}
