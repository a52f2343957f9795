package io.driftline.drift;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;

/**
 * The stored form of a {@link PeerGroup}. Not thread-safe, since the room it writes to is used
 * again.
 */
public final class PeerGroupCodec {

  private static final String WHAT = "peer group state";
  private static final int VERSION = 1;

  /** What a member takes at least: id, last day, nothing open, a history for each dimension. */
  private static final int MEMBER_BYTES = 1 + 8 + 2 + 3 * 9;

  /** What a day takes at least: its number, and two counts. */
  private static final int DAY_BYTES = 8 + 2;

  private final DriftSettings settings;
  private final PeerLimits limits;
  private final StateWriter out = new StateWriter();

  public PeerGroupCodec(DriftSettings settings) {
    this(settings, PeerLimits.defaults());
  }

  public PeerGroupCodec(DriftSettings settings, PeerLimits limits) {
    this.settings = settings;
    this.limits = limits;
  }

  /** The stored form. */
  public byte[] encode(PeerGroup group) {
    out.clear().writeByte(VERSION).writeLong(group.closedDay);
    out.writeInt(group.members.size());
    group.members.forEach(
        (id, member) -> {
          out.writeString(id);
          member.write(out);
        });
    out.writeInt(group.open.size());
    group.open.forEach(
        (day, mixes) -> {
          out.writeLong(day);
          StoredMixes.write(out, mixes);
        });
    return out.toBytes();
  }

  /**
   * Reads the stored form. Windows may have become longer or shorter since it was written.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public PeerGroup decode(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    in.readVersion(WHAT, VERSION);
    PeerGroup group = new PeerGroup(settings, limits);
    group.closedDay = in.readLong();
    for (int left = in.readCount(MEMBER_BYTES); left > 0; left--) {
      group.members.put(StoredConstants.required(in.readString()), PeerMember.read(in, settings));
    }
    for (int left = in.readCount(DAY_BYTES); left > 0; left--) {
      long day = in.readLong();
      group.open.put(day, StoredMixes.read(in, day));
    }
    in.readEnd(WHAT);
    return group;
  }
}
