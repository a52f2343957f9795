package io.driftline.posture;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.feature.SensitivityTable;

/** The stored form of {@link AgentCredentials}. */
public final class AgentCredentialsCodec {

  private static final String WHAT = "agent credentials";
  private static final int VERSION = 1;

  private final CredentialSettings settings;
  private final SensitivityTable sensitivity;

  public AgentCredentialsCodec(CredentialSettings settings, SensitivityTable sensitivity) {
    this.settings = settings;
    this.sensitivity = sensitivity;
  }

  /** The stored form. */
  public byte[] encode(AgentCredentials credentials) {
    StateWriter out = new StateWriter().writeByte(VERSION);
    RegistryLayout.writeAgents(out, credentials.records);
    credentials.pending.write(out);
    credentials.log.write(out);
    credentials.ledger.write(out);
    out.writeLong(credentials.lastSeen)
        .writeLong(credentials.clock)
        .writeLong(credentials.changedSince);
    return out.toBytes();
  }

  /**
   * Reads the stored form.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public AgentCredentials decode(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    in.readVersion(WHAT, VERSION);
    AgentCredentials read = new AgentCredentials(settings, sensitivity);
    read.records = RegistryLayout.readAgents(in);
    read.pending.read(in);
    read.log.read(in);
    read.ledger = FindingLedger.read(in);
    read.lastSeen = in.readLong();
    read.clock = in.readLong();
    read.changedSince = in.readLong();
    in.readEnd(WHAT);
    return read;
  }
}
