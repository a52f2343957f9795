package io.driftline.job.audit;

import java.io.Serializable;

/**
 * How the audit trail is kept.
 *
 * @param sealMillis how long a bucket is after which an agent's chain is sealed, at least 1
 */
public record AuditSettings(long sealMillis) implements Serializable {

  public AuditSettings {
    if (sealMillis < 1) {
      throw new IllegalArgumentException("sealMillis must be at least 1, was " + sealMillis);
    }
  }

  /** A seal for every five minutes in which the agent acted. */
  public static AuditSettings defaults() {
    return new AuditSettings(5 * 60_000L);
  }

  /** End of the bucket that {@code time} falls into, epoch milliseconds. */
  long bucketEnd(long time) {
    return (Math.floorDiv(time, sealMillis) + 1) * sealMillis;
  }
}
