package io.driftline.drift;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;

/**
 * The stored form of a {@link DriftMonitor}: only days on which something happened take room. Not
 * thread-safe, since the room it writes to is used again.
 */
public final class DriftMonitorCodec {

  private static final String WHAT = "drift state";
  private static final int VERSION = 2;

  private final DriftSettings settings;
  private final StateWriter out = new StateWriter();

  public DriftMonitorCodec(DriftSettings settings) {
    this.settings = settings;
  }

  /** The stored form. */
  public byte[] encode(DriftMonitor monitor) {
    out.clear().writeByte(VERSION);
    out.writeLong(monitor.firstDay).writeLong(monitor.latestDay).writeLong(monitor.closedDay);
    writeLatest(monitor);
    monitor.mixes.values().forEach(mix -> mix.write(out, monitor.latestDay));
    monitor.growth.values().forEach(chart -> chart.write(out));
    monitor.levels.values().forEach(level -> level.write(out, monitor.latestDay));
    monitor.open.write(out);
    monitor.versions.write(out);
    monitor.folders.write(out, monitor.latestDay);
    return out.toBytes();
  }

  /**
   * Reads the stored form. Windows may have become longer or shorter since it was written.
   *
   * @throws IllegalStateException if it is damaged or from a newer release
   */
  public DriftMonitor decode(byte[] bytes) {
    StateReader in = new StateReader(bytes);
    int version = in.readVersion(WHAT, VERSION);
    DriftMonitor monitor = new DriftMonitor(settings);
    monitor.firstDay = in.readLong();
    monitor.latestDay = in.readLong();
    monitor.closedDay = in.readLong();
    readLatest(in, monitor);
    long latest = monitor.latestDay;
    monitor.mixes.replaceAll((dimension, empty) -> MixHistory.read(in, latest, settings));
    monitor.growth.replaceAll((dimension, empty) -> GrowthChart.read(in));
    monitor.levels.replaceAll(
        (dimension, empty) -> LevelHistory.read(dimension, in, latest, settings));
    monitor.open = OpenDrifts.read(in);
    monitor.versions = VersionLog.read(in);
    if (version > 1) {
      monitor.folders = Folders.read(in, latest, settings);
    }
    in.readEnd(WHAT);
    return monitor;
  }

  private void writeLatest(DriftMonitor monitor) {
    out.writeByte(monitor.latest == null ? 0 : 1);
    if (monitor.latest != null) {
      monitor.latest.write(out);
      StoredAgent.write(out, monitor.agent);
    }
  }

  private static void readLatest(StateReader in, DriftMonitor monitor) {
    if (in.readByte() != 0) {
      monitor.latest = Sighting.read(in);
      monitor.agent = StoredAgent.read(in);
    }
  }
}
