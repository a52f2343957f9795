package io.driftline.job.identify;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.job.state.StoredValue;
import io.driftline.registry.AdmissionLedger;

/** How a ledger of admissions is stored. */
record StoredAdmission() implements StoredValue<AdmissionLedger> {

  private static final String WHAT = "admission ledger";
  private static final int VERSION = 1;

  @Override
  public AdmissionLedger fresh() {
    return new AdmissionLedger();
  }

  @Override
  public byte[] encode(AdmissionLedger ledger) {
    StateWriter out =
        new StateWriter().writeByte(VERSION).writeLong(ledger.hour()).writeLong(ledger.refused());
    for (int each : ledger.admitted()) {
      out.writeInt(each);
    }
    return out.toBytes();
  }

  @Override
  public AdmissionLedger decode(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    in.readVersion(WHAT, VERSION);
    long hour = in.readLong();
    long refused = in.readLong();
    int[] admitted = new int[AdmissionLedger.HOURS];
    for (int i = 0; i < admitted.length; i++) {
      admitted[i] = in.readInt();
    }
    in.readEnd(WHAT);
    return new AdmissionLedger(hour, admitted, refused);
  }

  /** Not asked for: there is one for each share, for ever. */
  @Override
  public long lastUsed(AdmissionLedger ledger) {
    return ledger.hour();
  }
}
