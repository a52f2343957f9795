package io.driftline.posture;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;

/** The stored form of {@link CredentialWatch}. */
public final class CredentialWatchCodec {

  private static final String WHAT = "credential watch";
  private static final int VERSION = 1;

  private final CredentialSettings settings;

  public CredentialWatchCodec(CredentialSettings settings) {
    this.settings = settings;
  }

  /** The stored form. */
  public byte[] encode(CredentialWatch watch) {
    StateWriter out = new StateWriter().writeByte(VERSION).writeInt(watch.listings.size());
    watch.listings.forEach(
        (agentId, listing) -> {
          out.writeString(agentId);
          RegistryLayout.writeCredentials(out, listing);
        });
    watch.pending.write(out);
    watch.users.write(out);
    watch.silence.write(out);
    watch.ledger.write(out);
    out.writeLong(watch.lastSeen).writeLong(watch.clock).writeLong(watch.changedSince);
    return out.toBytes();
  }

  /**
   * Reads the stored form.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public CredentialWatch decode(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    in.readVersion(WHAT, VERSION);
    CredentialWatch read = new CredentialWatch(settings);
    for (int left = in.readCount(1); left > 0; left--) {
      String agentId = StoredParts.required(in.readString());
      read.listings.put(agentId, RegistryLayout.readCredentials(in));
    }
    read.pending.read(in);
    read.users.read(in);
    read.silence = DormantCredential.read(in);
    read.ledger = FindingLedger.read(in);
    read.lastSeen = in.readLong();
    read.clock = in.readLong();
    read.changedSince = in.readLong();
    in.readEnd(WHAT);
    return read;
  }
}
