package io.driftline.job.identify;

import io.driftline.activity.AgentKind;
import io.driftline.posture.BlastRadius;
import io.driftline.posture.Standing;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The bytes of a {@link Standing}: whether there is one (8 bits), its kind plus one, or 0 for none
 * (8 bits), the number of systems (32 bits) and the harm (64 bits) within reach.
 */
public final class StandingLayout {

  private static final AgentKind[] KINDS = AgentKind.values();

  private StandingLayout() {}

  /** Writes it, or that there is none. */
  public static void write(Standing standing, DataOutput out) throws IOException {
    out.writeBoolean(standing != null);
    if (standing != null) {
      out.writeByte(standing.kind() == null ? 0 : 1 + standing.kind().ordinal());
      out.writeInt(standing.radius().systems());
      out.writeDouble(standing.radius().harm());
    }
  }

  /** Reads what {@link #write} wrote; {@code null} for none. */
  public static Standing read(DataInput in) throws IOException {
    if (!in.readBoolean()) {
      return null;
    }
    int kind = in.readUnsignedByte();
    return new Standing(
        kind == 0 ? null : KINDS[kind - 1], new BlastRadius(in.readInt(), in.readDouble()));
  }
}
