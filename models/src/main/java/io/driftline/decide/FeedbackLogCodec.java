package io.driftline.decide;

import static io.driftline.posture.StoredParts.readConstant;
import static io.driftline.posture.StoredParts.required;
import static io.driftline.posture.StoredParts.valid;
import static io.driftline.posture.StoredParts.writeConstant;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;

/** The stored forms of {@link Feedback} and {@link FeedbackLog}. */
public final class FeedbackLogCodec {

  private static final String WHAT = "feedback";
  private static final int VERSION = 1;

  /** Four numbers of eight bytes, detectors and a kind. */
  private static final int LEAST_BYTES = 34;

  private static final FeedbackKind[] KINDS = FeedbackKind.values();

  private FeedbackLogCodec() {}

  /** The stored form. */
  public static byte[] encode(FeedbackLog log) {
    StateWriter out = new StateWriter().writeByte(VERSION).writeInt(log.all().size());
    for (Feedback each : log.all()) {
      out.writeLong(each.alert()).writeLong(each.pattern()).writeLong(each.resource());
      out.writeInt(each.detectors());
      writeConstant(out, each.kind());
      out.writeLong(each.time());
    }
    return out.toBytes();
  }

  /**
   * Reads the stored form.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public static FeedbackLog decode(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    in.readVersion(WHAT, VERSION);
    FeedbackLog log = new FeedbackLog();
    for (int left = in.readCount(LEAST_BYTES); left > 0; left--) {
      log.take(valid(WHAT, () -> read(in)));
    }
    in.readEnd(WHAT);
    return log;
  }

  private static Feedback read(StateReader in) {
    return new Feedback(
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readInt(),
        required(readConstant(in, KINDS)),
        in.readLong());
  }
}
