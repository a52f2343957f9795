package io.driftline.job.control;

import io.driftline.audit.AuditChain;
import io.driftline.audit.AuditChainCodec;
import io.driftline.baseline.Hash64;
import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.job.ingest.Sha256;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was accepted, as far as it decides on what is accepted next: the version of the policy; of
 * signed messages which were seen, so that none counts twice; and the audit chain of changes.
 *
 * <p>A signed message says when it was made. One that is more than {@value #WINDOW_MINUTES} minutes
 * older than the latest is refused, whether or not it was seen; of the others the digests are kept,
 * at most {@value #MOST}. When there are more, what is older than the oldest kept is refused. Not
 * thread-safe.
 */
final class GateLedger {

  static final int WINDOW_MINUTES = 60;
  static final int MOST = 10_000;

  private static final int VERSION = 1;
  private static final long WINDOW_MILLIS = WINDOW_MINUTES * 60_000L;
  private static final String WHAT = "control ledger";

  private long policyVersion;

  /** Signed messages made before this are refused, epoch milliseconds. */
  private long floor = Long.MIN_VALUE;

  /** Digests of signed messages by when they were made; of equal times by digest. */
  private final TreeMap<Long, Map<Long, Boolean>> seen = new TreeMap<>();

  private int seenCount;
  private AuditChain chain = new AuditChain();

  /** The chain of changes. */
  AuditChain chain() {
    return chain;
  }

  /** The version of the policy that was accepted last; 0 if none was. */
  long policyVersion() {
    return policyVersion;
  }

  /** Why a message is not to be taken, and what to do; {@code null} if it is. */
  String refusal(ControlRecord record) {
    ControlOrigin origin = record.origin();
    if (record.policy() != null && record.policy().version() <= policyVersion) {
      return "version %d is not above %d, which holds: publish it with a higher version"
          .formatted(record.policy().version(), policyVersion);
    }
    if (origin.signer() == null) {
      // Whoever may write to the topic is believed: there is nothing to protect from a replay.
      return null;
    }
    if (origin.said() < floor) {
      return "it was made more than %d minutes before the latest one: make it anew"
          .formatted(WINDOW_MINUTES);
    }
    return seen.getOrDefault(origin.said(), Map.of()).containsKey(digest(origin))
        ? "the same message was accepted before: make it anew"
        : null;
  }

  /** Notes that a message was taken. */
  void note(ControlRecord record) {
    if (record.policy() != null) {
      policyVersion = record.policy().version();
    }
    if (record.origin().signer() != null) {
      remember(record.origin().said(), digest(record.origin()));
      raiseFloor(seen.lastKey() - WINDOW_MILLIS);
      while (seenCount > MOST) {
        raiseFloor(seen.firstKey() + 1);
      }
    }
  }

  /** The stored form. */
  byte[] toBytes() {
    StateWriter out = new StateWriter().writeByte(VERSION).writeLong(policyVersion);
    out.writeLong(floor).writeInt(seenCount);
    seen.forEach(
        (time, digests) ->
            digests.keySet().forEach(digest -> out.writeLong(time).writeLong(digest)));
    return out.writeBytes(AuditChainCodec.encode(chain)).toBytes();
  }

  /**
   * Reads the stored form.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  static GateLedger fromBytes(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    in.readVersion(WHAT, VERSION);
    GateLedger ledger = new GateLedger();
    ledger.policyVersion = in.readLong();
    ledger.floor = in.readLong();
    for (int left = in.readCount(16); left > 0; left--) {
      ledger.remember(in.readLong(), in.readLong());
    }
    ledger.chain = AuditChainCodec.decode(in.readBytes());
    in.readEnd(WHAT);
    return ledger;
  }

  private void remember(long time, long digest) {
    if (seen.computeIfAbsent(time, key -> new TreeMap<>()).put(digest, true) == null) {
      seenCount++;
    }
  }

  private void raiseFloor(long time) {
    floor = Math.max(floor, time);
    while (seen.firstKey() < floor) {
      seenCount -= seen.pollFirstEntry().getValue().size();
    }
  }

  private static long digest(ControlOrigin origin) {
    return Hash64.of(Sha256.hex(origin.message()));
  }
}
