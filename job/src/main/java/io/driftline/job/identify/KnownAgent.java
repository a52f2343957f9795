package io.driftline.job.identify;

import io.driftline.baseline.SessionTracker;
import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import io.driftline.baseline.TrackerSettings;
import io.driftline.job.state.StoredValue;
import io.driftline.registry.RecordHistory;

/** What is kept per agent: its sessions, and what the registry has said of it. */
final class KnownAgent {

  private static final String WHAT = "identified agent";

  /** Well above the versions of a bare {@link SessionTracker}, which earlier releases kept. */
  private static final int VERSION = 64;

  private final SessionTracker tracker;
  private final RecordHistory<RegisteredAs> registered;

  private KnownAgent(SessionTracker tracker, RecordHistory<RegisteredAs> registered) {
    this.tracker = tracker;
    this.registered = registered;
  }

  SessionTracker tracker() {
    return tracker;
  }

  /** What the registry says at which time. */
  RecordHistory<RegisteredAs> registered() {
    return registered;
  }

  /** How it is stored. */
  record Stored(TrackerSettings settings) implements StoredValue<KnownAgent> {

    @Override
    public KnownAgent fresh() {
      return new KnownAgent(new SessionTracker(settings), new RecordHistory<>());
    }

    @Override
    public byte[] encode(KnownAgent agent) {
      StateWriter out = new StateWriter().writeByte(VERSION);
      out.writeBytes(agent.tracker.toBytes());
      writeHistory(agent.registered, out);
      return out.toBytes();
    }

    @Override
    public KnownAgent decode(byte[] bytes) {
      if (bytes.length > 0 && bytes[0] < VERSION) {
        return new KnownAgent(SessionTracker.fromBytes(bytes, settings), new RecordHistory<>());
      }
      StateReader in = new StateReader(bytes);
      in.readVersion(WHAT, VERSION, VERSION);
      SessionTracker tracker = SessionTracker.fromBytes(in.readBytes(), settings);
      RecordHistory<RegisteredAs> registered = readHistory(in);
      in.readEnd(WHAT);
      return new KnownAgent(tracker, registered);
    }

    @Override
    public boolean hasTrial() {
      return true;
    }

    @Override
    public long lastUsed(KnownAgent agent) {
      return Math.max(agent.tracker.lastSeen(), agent.registered.latest());
    }

    @Override
    public boolean isLasting(KnownAgent agent) {
      return agent.registered.at(Long.MAX_VALUE) != null;
    }

    private static void writeHistory(RecordHistory<RegisteredAs> history, StateWriter out) {
      out.writeByte(history.hasForgotten() ? 1 : 0).writeInt(history.size());
      history.forEach(
          (time, record) -> {
            out.writeLong(time).writeByte(record == null ? 0 : 1);
            if (record != null) {
              record.write(out);
            }
          });
    }

    private static RecordHistory<RegisteredAs> readHistory(StateReader in) {
      RecordHistory<RegisteredAs> history = new RecordHistory<>();
      boolean forgotten = in.readByte() != 0;
      for (int left = in.readCount(9); left > 0; left--) {
        history.put(in.readLong(), in.readByte() == 0 ? null : RegisteredAs.read(in));
      }
      if (forgotten) {
        history.markForgotten();
      }
      return history;
    }
  }
}
