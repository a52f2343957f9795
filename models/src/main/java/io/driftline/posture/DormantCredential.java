package io.driftline.posture;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;

/**
 * {@link PostureRule#DORMANT_CREDENTIAL_USED}: a credential is used again after nobody did for
 * long. Keeps the last use, and the latest silence that ended; a late use may show that there was
 * none.
 */
final class DormantCredential {

  private long lastUse = KnownUse.NEVER;
  private long silentFrom = KnownUse.NEVER;
  private long wokenAt = KnownUse.NEVER;
  private String wokenBy;

  /**
   * Takes in a use.
   *
   * @return whether it ended a silence of at least {@code dormantMillis}
   */
  boolean add(CredentialUse use, long dormantMillis) {
    boolean woken;
    if (use.first() > lastUse) {
      woken = lastUse != KnownUse.NEVER && use.first() - lastUse >= dormantMillis;
      if (woken) {
        silentFrom = lastUse;
        wokenAt = use.first();
        wokenBy = use.agentId();
      }
    } else {
      woken = isInSilence(use) && use.first() - silentFrom >= dormantMillis;
      silentFrom = isInSilence(use) ? use.last() : silentFrom;
    }
    lastUse = Math.max(lastUse, use.last());
    return woken;
  }

  private boolean isInSilence(CredentialUse use) {
    return silentFrom < use.first() && use.last() < wokenAt;
  }

  /** Who ended the latest silence; {@code null} if none did. */
  String wokenBy() {
    return wokenBy;
  }

  /** Whether the latest silence ended about that time, and was not long enough after all. */
  boolean wasNone(long time, long dormantMillis) {
    return wokenBy != null
        && CredentialUse.minuteEnd(time) == CredentialUse.minuteEnd(wokenAt)
        && wokenAt - silentFrom < dormantMillis;
  }

  /** When it was last used, epoch milliseconds; {@link KnownUse#NEVER} if it never was. */
  long lastUse() {
    return lastUse;
  }

  void write(StateWriter out) {
    out.writeLong(lastUse).writeLong(silentFrom).writeLong(wokenAt).writeString(wokenBy);
  }

  static DormantCredential read(StateReader in) {
    DormantCredential read = new DormantCredential();
    read.lastUse = in.readLong();
    read.silentFrom = in.readLong();
    read.wokenAt = in.readLong();
    read.wokenBy = in.readString();
    return read;
  }
}
