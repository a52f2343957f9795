package io.driftline.job.audit;

import java.util.Objects;

/**
 * A change that somebody made to the running job, as the trail records it.
 *
 * @param type of the message, for example {@code thresholds}
 * @param subject what it is about: an id, an agent, a version; {@code null} if it names nothing
 * @param by who says so; {@code null} if the message does not say
 * @param reason why; {@code null} if the message does not say
 * @param time of the message, epoch milliseconds
 * @param signer fingerprint of the key that verified it; {@code null} if none is asked for
 * @param source where it was read, for example {@code driftline.control, partition 0, offset 7}
 * @param sha256 of the message, 64 hexadecimal digits
 */
public record ControlEntry(
    String type,
    String subject,
    String by,
    String reason,
    long time,
    String signer,
    String source,
    String sha256) {

  public ControlEntry {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(sha256, "sha256");
  }
}
