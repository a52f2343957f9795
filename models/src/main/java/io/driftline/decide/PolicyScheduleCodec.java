package io.driftline.decide;

import static io.driftline.posture.StoredParts.valid;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** The stored form of a {@link PolicySchedule}. */
public final class PolicyScheduleCodec {

  private static final String WHAT = "policy schedule";
  private static final int VERSION = 1;

  /** A time, and a policy that says nothing. */
  private static final int LEAST_BYTES = 20;

  private PolicyScheduleCodec() {}

  /** The stored form. */
  public static byte[] encode(PolicySchedule schedule) {
    StateWriter out = new StateWriter().writeByte(VERSION).writeInt(schedule.all().size());
    for (ScheduledPolicy each : schedule.all()) {
      out.writeLong(each.from()).writeBytes(ThresholdPolicyCodec.encode(each.policy()));
    }
    return out.toBytes();
  }

  /**
   * Reads the stored form.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public static PolicySchedule decode(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    in.readVersion(WHAT, VERSION);
    List<ScheduledPolicy> policies = new ArrayList<>();
    for (int left = in.readCount(LEAST_BYTES); left > 0; left--) {
      long from = in.readLong();
      policies.add(new ScheduledPolicy(ThresholdPolicyCodec.decode(in.readBytes()), from));
    }
    in.readEnd(WHAT);
    return valid(WHAT, () -> PolicySchedule.of(policies));
  }
}
