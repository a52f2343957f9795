package io.driftline.posture;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.feature.SensitivityTable;

/**
 * The stored form of a {@link PostureWatch}. Not thread-safe, since the room it writes to is used
 * again.
 */
public final class PostureWatchCodec {

  private static final String WHAT = "posture watch";

  /** 2 added the accusations that wait, and when the agent was active. */
  private static final int VERSION = 2;

  private final PostureSettings settings;
  private final SensitivityTable sensitivity;
  private final StateWriter out = new StateWriter();

  public PostureWatchCodec(PostureSettings settings, SensitivityTable sensitivity) {
    this.settings = settings;
    this.sensitivity = sensitivity;
  }

  /** The stored form. */
  public byte[] encode(PostureWatch watch) {
    out.clear().writeByte(VERSION).writeString(watch.findings.agentId);
    out.writeLong(watch.watchedSince).writeLong(watch.lastHeard).writeLong(watch.judgedAt);
    watch.due.write(out);
    watch.view.write(out);
    watch.uses.rights.write(out);
    watch.uses.invokers.write(out);
    watch.uses.held.write(out);
    watch.findings.ledger.write(out);
    watch.accusations.write(out);
    watch.dormancy.write(out);
    return out.toBytes();
  }

  /**
   * Reads the stored form. Settings may have changed since it was written.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public PostureWatch decode(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    int version = in.readVersion(WHAT, VERSION);
    String agentId = in.readString();
    long watchedSince = in.readLong();
    long lastHeard = in.readLong();
    long judgedAt = in.readLong();
    Due due = Due.read(in);
    PostureWatch watch = new PostureWatch(settings, sensitivity, PostureView.read(in), due);
    watch.findings.agentId = agentId;
    watch.watchedSince = watchedSince;
    watch.lastHeard = lastHeard;
    watch.judgedAt = judgedAt;
    watch.uses.rights = UseLog.read(in);
    watch.uses.invokers = UseLog.read(in);
    watch.uses.held = HeldUses.read(in);
    watch.findings.ledger = FindingLedger.read(in);
    if (version >= 2) {
      watch.accusations = HeldAccusations.read(in, agentId);
      watch.dormancy.read(in);
    }
    in.readEnd(WHAT);
    return watch;
  }
}
