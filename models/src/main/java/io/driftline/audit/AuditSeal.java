package io.driftline.audit;

import java.util.Objects;

/**
 * With which record an agent's chain ended at some time. A chain does not show that its last
 * records were dropped; whoever knows a later seal sees it.
 *
 * @param agentId whose chain
 * @param began time of the chain's first record, RFC 3339 in UTC; tells the chains of an agent
 *     apart
 * @param seq number of the last record, from 1
 * @param hash of the last record
 * @param time when it was sealed, RFC 3339 in UTC
 */
public record AuditSeal(String agentId, String began, long seq, String hash, String time) {

  public AuditSeal {
    Objects.requireNonNull(agentId, "agentId");
    Objects.requireNonNull(began, "began");
    Objects.requireNonNull(hash, "hash");
    Objects.requireNonNull(time, "time");
    if (seq < 1 || hash.length() != AuditHash.DIGITS) {
      throw new IllegalArgumentException(
          "a seal needs a number from 1 and a hash of %d digits, got %d and %s"
              .formatted(AuditHash.DIGITS, seq, hash));
    }
  }

  /** Whether it seals more of a chain than another, which may be {@code null}. */
  public boolean isBeyond(AuditSeal other) {
    return other == null || seq > other.seq;
  }
}
