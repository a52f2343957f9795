package io.driftline.audit;

import java.time.Instant;

/**
 * One agent's chain while it grows: how long it is and the hash of its last record. An agent that
 * was silent for so long that its chain was forgotten begins another.
 */
public final class AuditChain {

  String began;
  long length;
  String last = AuditHash.NOTHING_BEFORE;
  long sealed;
  long lastSeen = Long.MIN_VALUE;

  /**
   * Makes the chain begin if nothing is in it yet.
   *
   * @param time of the next record, epoch milliseconds
   */
  public void beginAt(long time) {
    if (began == null) {
      began = Instant.ofEpochMilli(time).toString();
    }
  }

  /** Time of the first record, RFC 3339 in UTC; {@code null} before {@link #beginAt}. */
  public String began() {
    return began;
  }

  /** The number of the next record, from 1. */
  public long nextSeq() {
    return length + 1;
  }

  /** The hash of the last record; {@link AuditHash#NOTHING_BEFORE} if there is none. */
  public String last() {
    return last;
  }

  /** Time of the latest record, epoch milliseconds; {@link Long#MIN_VALUE} if there is none. */
  public long lastSeen() {
    return lastSeen;
  }

  /**
   * Appends the next record.
   *
   * @param hash of its canonical bytes
   * @param time of the record, epoch milliseconds
   */
  public void append(String hash, long time) {
    if (began == null) {
      throw new IllegalStateException("a chain must begin before a record is appended");
    }
    length++;
    last = hash;
    lastSeen = Math.max(lastSeen, time);
  }

  /** Whether its last record is sealed. */
  public boolean isSealed() {
    return sealed == length;
  }

  /**
   * Seals what was appended; {@code null} if that is sealed already.
   *
   * @param time epoch milliseconds
   */
  public AuditSeal seal(String agentId, long time) {
    if (isSealed()) {
      return null;
    }
    sealed = length;
    return new AuditSeal(agentId, began, length, last, Instant.ofEpochMilli(time).toString());
  }
}
