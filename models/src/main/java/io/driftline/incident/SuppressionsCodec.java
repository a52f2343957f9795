package io.driftline.incident;

import static io.driftline.posture.StoredParts.readConstant;
import static io.driftline.posture.StoredParts.required;
import static io.driftline.posture.StoredParts.valid;
import static io.driftline.posture.StoredParts.writeConstant;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** The stored form of {@link Suppressions}. */
public final class SuppressionsCodec {

  private static final String WHAT = "suppressions";
  private static final int VERSION = 1;

  /** An id, four globs, a kind, two times, who and why. */
  private static final int LEAST_BYTES = 24;

  private static final SignalKind[] KINDS = SignalKind.values();

  private SuppressionsCodec() {}

  /** The stored form. */
  public static byte[] encode(Suppressions suppressions) {
    List<Suppression> all = suppressions.all();
    StateWriter out = new StateWriter().writeByte(VERSION).writeInt(all.size());
    all.forEach(each -> write(out, each));
    return out.toBytes();
  }

  /**
   * Reads the stored form.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public static Suppressions decode(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    in.readVersion(WHAT, VERSION);
    List<Suppression> all = new ArrayList<>();
    for (int left = in.readCount(LEAST_BYTES); left > 0; left--) {
      all.add(valid(WHAT, () -> read(in)));
    }
    in.readEnd(WHAT);
    return Suppressions.of(all);
  }

  private static void write(StateWriter out, Suppression suppression) {
    out.writeString(suppression.id()).writeString(suppression.agent());
    writeConstant(out, suppression.kind());
    out.writeString(suppression.code()).writeString(suppression.system());
    out.writeString(suppression.permission());
    out.writeLong(suppression.from()).writeLong(suppression.until());
    out.writeString(suppression.by()).writeString(suppression.reason());
  }

  private static Suppression read(StateReader in) {
    return new Suppression(
        required(in.readString()),
        in.readString(),
        readConstant(in, KINDS),
        in.readString(),
        in.readString(),
        in.readString(),
        in.readLong(),
        in.readLong(),
        required(in.readString()),
        required(in.readString()));
  }
}
