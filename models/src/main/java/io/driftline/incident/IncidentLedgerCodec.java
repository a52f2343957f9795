package io.driftline.incident;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.incident.ClosedIncidents.Closed;

/**
 * The stored form of an {@link IncidentLedger}: one signal takes some 500 bytes. Not thread-safe,
 * since the room it writes to is used again.
 */
public final class IncidentLedgerCodec {

  private static final String WHAT = "incident ledger";
  private static final int VERSION = 2;

  private final IncidentSettings settings;
  private final StateWriter out = new StateWriter();

  public IncidentLedgerCodec(IncidentSettings settings) {
    this.settings = settings;
  }

  /** The stored form. */
  public byte[] encode(IncidentLedger ledger) {
    out.clear().writeByte(VERSION).writeLong(ledger.latest).writeLong(ledger.hidden);
    ledger.budget.write(out);
    ledger.findings.write(out);
    out.writeInt(ledger.open.size());
    ledger.open.forEach(each -> IncidentLayout.write(out, each));
    out.writeInt(ledger.closed.all.size());
    for (Closed each : ledger.closed.all) {
      IncidentLayout.write(out, each.incident());
      out.writeLong(each.at());
    }
    return out.toBytes();
  }

  /**
   * Reads the stored form. Settings may have changed since it was written.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public IncidentLedger decode(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    int version = in.readVersion(WHAT, VERSION);
    IncidentLedger ledger = new IncidentLedger(settings);
    ledger.latest = in.readLong();
    ledger.hidden = in.readLong();
    ledger.budget = DayBudget.read(in);
    ledger.findings = FindingLog.read(in);
    for (int left = in.readCount(IncidentLayout.LEAST_BYTES); left > 0; left--) {
      ledger.open.add(IncidentLayout.read(in, version));
    }
    for (int left = in.readCount(IncidentLayout.LEAST_BYTES); left > 0; left--) {
      ledger.closed.all.add(new Closed(IncidentLayout.read(in, version), in.readLong()));
    }
    in.readEnd(WHAT);
    return ledger;
  }
}
