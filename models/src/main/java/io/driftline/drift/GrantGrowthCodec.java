package io.driftline.drift;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;

/** The stored form of {@link GrantGrowth}. Not thread-safe: the room it writes to is used again. */
public final class GrantGrowthCodec {

  private static final String WHAT = "grant state";
  private static final int VERSION = 1;

  private final DriftSettings settings;
  private final GrantLimits limits;
  private final StateWriter out = new StateWriter();

  public GrantGrowthCodec(DriftSettings settings) {
    this(settings, GrantLimits.defaults());
  }

  public GrantGrowthCodec(DriftSettings settings, GrantLimits limits) {
    this.settings = settings;
    this.limits = limits;
  }

  /** The stored form. */
  public byte[] encode(GrantGrowth growth) {
    out.clear().writeByte(VERSION);
    out.writeLong(growth.latest).writeByte(growth.isDeclared ? 1 : 0).writeLong(growth.matureFrom);
    growth.rights.write(out);
    growth.steps.write(out);
    growth.open.write(out);
    growth.versions.write(out);
    return out.toBytes();
  }

  /**
   * Reads the stored form.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public GrantGrowth decode(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    in.readVersion(WHAT, VERSION);
    GrantGrowth growth = new GrantGrowth(settings, limits);
    growth.latest = in.readLong();
    growth.isDeclared = in.readByte() != 0;
    growth.matureFrom = in.readLong();
    growth.rights = GrantedRights.read(in);
    growth.steps = GrantSteps.read(in, limits);
    growth.open = OpenDrifts.read(in);
    growth.versions = VersionLog.read(in);
    in.readEnd(WHAT);
    return growth;
  }
}
