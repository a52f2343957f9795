package io.driftline.job.drift;

import io.driftline.activity.AgentAction;
import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.drift.CalendarDay;
import io.driftline.drift.DriftMonitor;
import io.driftline.drift.DriftMonitorCodec;
import io.driftline.drift.DriftSettings;
import io.driftline.job.state.StoredValue;

/** What is kept per agent: its monitor, and who its peers are. */
final class DriftWatch {

  private static final String WHAT = "drift watch";
  private static final int VERSION = 1;

  private final DriftMonitor monitor;
  private String cohort;

  private DriftWatch(DriftMonitor monitor, String cohort) {
    this.monitor = monitor;
    this.cohort = cohort;
  }

  /** Counts an action; tells whether it came in time for that. */
  boolean observe(AgentAction action, String agentCohort) {
    cohort = agentCohort;
    return monitor.observe(action);
  }

  DriftMonitor monitor() {
    return monitor;
  }

  /** The agent's peers; {@code null} before its first action. */
  String cohort() {
    return cohort;
  }

  /** How it is stored. */
  record Stored(DriftSettings settings, DriftMonitorCodec codec)
      implements StoredValue<DriftWatch> {

    Stored(DriftSettings settings) {
      this(settings, new DriftMonitorCodec(settings));
    }

    @Override
    public DriftWatch fresh() {
      return new DriftWatch(new DriftMonitor(settings), null);
    }

    @Override
    public byte[] encode(DriftWatch watch) {
      return new StateWriter()
          .writeByte(VERSION)
          .writeString(watch.cohort)
          .writeBytes(codec.encode(watch.monitor))
          .toBytes();
    }

    @Override
    public DriftWatch decode(byte[] bytes) {
      StateReader in = new StateReader(bytes);
      in.readVersion(WHAT, VERSION);
      String cohort = in.readString();
      DriftMonitor monitor = codec.decode(in.readBytes());
      in.readEnd(WHAT);
      return new DriftWatch(monitor, cohort);
    }

    /** While a day on which it did something is not judged. */
    @Override
    public boolean isLasting(DriftWatch watch) {
      long lastSeen = watch.monitor.lastSeen();
      return lastSeen != Long.MIN_VALUE && !watch.monitor.isClosed(CalendarDay.of(lastSeen));
    }

    @Override
    public boolean hasTrial() {
      return true;
    }

    @Override
    public long lastUsed(DriftWatch watch) {
      return watch.monitor.lastSeen();
    }
  }
}
