package io.driftline.incident;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;

/** The stored form of a {@link GlobalBudget}. */
public final class GlobalBudgetCodec {

  private static final String WHAT = "incident budget";
  private static final int VERSION = 1;

  private final IncidentSettings settings;

  public GlobalBudgetCodec(IncidentSettings settings) {
    this.settings = settings;
  }

  /** The stored form. */
  public byte[] encode(GlobalBudget budget) {
    StateWriter out = new StateWriter().writeByte(VERSION).writeLong(budget.latest);
    budget.budget.write(out);
    budget.tallies.write(out);
    out.writeInt(budget.toldById.size());
    budget.toldById.forEach((id, told) -> out.writeLong(id).writeByte(told ? 1 : 0));
    return out.toBytes();
  }

  /**
   * Reads the stored form. Settings may have changed since it was written.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public GlobalBudget decode(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    in.readVersion(WHAT, VERSION);
    GlobalBudget read = new GlobalBudget(settings);
    read.latest = in.readLong();
    read.budget = DayBudget.read(in);
    read.tallies = HiddenTallies.read(in);
    for (int left = in.readCount(Long.BYTES + 1); left > 0; left--) {
      read.toldById.put(in.readLong(), in.readByte() != 0);
    }
    in.readEnd(WHAT);
    return read;
  }
}
