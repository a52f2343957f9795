package io.driftline.posture;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;

/** What is known of all uses of one credential by one agent. */
final class KnownUse {

  /** When something never happened. */
  static final long NEVER = Long.MIN_VALUE;

  private CredentialUse latest;
  private long first;
  private long since;
  private long count;

  /** Up to which use it was told to the outside. */
  private long toldAt = NEVER;

  private KnownUse() {}

  /** The first use. */
  static KnownUse of(CredentialUse use) {
    KnownUse known = new KnownUse();
    known.latest = use;
    known.first = use.first();
    known.since = use.first();
    known.count = use.count();
    return known;
  }

  /**
   * Adds a use.
   *
   * @param breakMillis after so long without use it begins anew
   */
  void add(CredentialUse use, long breakMillis) {
    boolean anew = use.first() - latest.last() >= breakMillis;
    since = anew ? use.first() : Math.min(since, use.first());
    first = Math.min(first, use.first());
    count += use.count();
    if (use.last() >= latest.last()) {
      latest = use;
    }
  }

  /** The latest use. */
  CredentialUse latest() {
    return latest;
  }

  /** When it was last used, epoch milliseconds. */
  long last() {
    return latest.last();
  }

  /** When it was first used, epoch milliseconds. */
  long first() {
    return first;
  }

  /** Since when it has been used without a long break, epoch milliseconds. */
  long since() {
    return since;
  }

  /** How often it was used. */
  long count() {
    return count;
  }

  /** Whether that is news after so long. */
  boolean isWorthTelling(long afterMillis) {
    return toldAt == NEVER || last() - toldAt >= afterMillis;
  }

  void told() {
    toldAt = last();
  }

  void write(StateWriter out) {
    latest.write(out);
    out.writeLong(first).writeLong(since).writeLong(count).writeLong(toldAt);
  }

  static KnownUse read(StateReader in) {
    KnownUse known = new KnownUse();
    known.latest = CredentialUse.read(in);
    known.first = in.readLong();
    known.since = in.readLong();
    known.count = in.readLong();
    known.toldAt = in.readLong();
    return known;
  }
}
