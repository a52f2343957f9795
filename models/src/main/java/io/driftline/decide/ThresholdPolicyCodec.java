package io.driftline.decide;

import static io.driftline.posture.StoredParts.readConstant;
import static io.driftline.posture.StoredParts.required;
import static io.driftline.posture.StoredParts.valid;
import static io.driftline.posture.StoredParts.writeConstant;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.forest.Detector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stored form of {@link ThresholdPolicy}. */
public final class ThresholdPolicyCodec {

  private static final String WHAT = "threshold policy";
  private static final int VERSION = 1;

  /** A scope, a name, a detector and a line. */
  private static final int LEAST_RULE_BYTES = 11;

  /** A pattern and a level. */
  private static final int LEAST_LEVEL_BYTES = 10;

  private static final ThresholdScope[] SCOPES = ThresholdScope.values();
  private static final Detector[] DETECTORS = Detector.values();

  private ThresholdPolicyCodec() {}

  /** The stored form. */
  public static byte[] encode(ThresholdPolicy policy) {
    StateWriter out = new StateWriter().writeByte(VERSION).writeLong(policy.version());
    out.writeInt(policy.rules().size());
    policy.rules().forEach(rule -> write(out, rule));
    out.writeInt(policy.sensitivity().size());
    policy.sensitivity().forEach((verb, level) -> out.writeString(verb).writeDouble(level));
    return out.toBytes();
  }

  /**
   * Reads the stored form.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public static ThresholdPolicy decode(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    in.readVersion(WHAT, VERSION);
    ThresholdPolicy policy = valid(WHAT, () -> read(in));
    in.readEnd(WHAT);
    return policy;
  }

  private static void write(StateWriter out, ThresholdRule rule) {
    writeConstant(out, rule.scope());
    out.writeString(rule.name());
    writeConstant(out, rule.detector());
    out.writeDouble(rule.line());
  }

  private static ThresholdPolicy read(StateReader in) {
    long version = in.readLong();
    List<ThresholdRule> rules = new ArrayList<>();
    for (int left = in.readCount(LEAST_RULE_BYTES); left > 0; left--) {
      rules.add(readRule(in));
    }
    Map<String, Double> sensitivity = new LinkedHashMap<>();
    for (int left = in.readCount(LEAST_LEVEL_BYTES); left > 0; left--) {
      sensitivity.put(required(in.readString()), in.readDouble());
    }
    return new ThresholdPolicy(version, rules, sensitivity);
  }

  private static ThresholdRule readRule(StateReader in) {
    return new ThresholdRule(
        required(readConstant(in, SCOPES)),
        in.readString(),
        readConstant(in, DETECTORS),
        in.readDouble());
  }
}
