package io.driftline.posture;

import java.util.function.Consumer;
import java.util.function.LongPredicate;

/** Judges again what was judged before, now that the registry may say something else. */
final class Retrial {

  private final FindingLedger ledger;
  private final long now;
  private final Consumer<Finding> out;

  /**
   * @param now event time, epoch milliseconds
   * @param out told of findings that are over
   */
  Retrial(FindingLedger ledger, long now, Consumer<Finding> out) {
    this.ledger = ledger;
    this.now = now;
    this.out = out;
  }

  /**
   * Ends an open finding that has been put right, or never was so.
   *
   * @param wasWrong whether a use at a time violates the rule, by what is known now
   */
  void settle(OpenFinding open, LongPredicate wasWrong) {
    boolean never = !wasWrong.test(open.firstSeen()) && !wasWrong.test(open.lastSeen());
    if (never) {
      ledger.resolve(open.key(), now, Resolution.WITHDRAWN, out);
    } else if (!wasWrong.test(now)) {
      ledger.resolve(open.key(), now, Resolution.REPAIRED, out);
    }
  }

  /**
   * Whether the latest use is to be held against its agent although it was not when it was judged
   * first: by what is known now it was wrong, it still would be, and is no old story.
   */
  boolean accuses(FindingKey key, KnownUse known, LongPredicate wasWrong, long quietMillis) {
    OpenFinding open = ledger.find(key);
    return wasWrong.test(known.last())
        && wasWrong.test(now)
        && now - known.last() < quietMillis
        && (open == null || open.lastSeen() < known.last());
  }
}
