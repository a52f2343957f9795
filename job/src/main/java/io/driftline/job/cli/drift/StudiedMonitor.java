package io.driftline.job.cli.drift;

import io.driftline.activity.AgentAction;
import io.driftline.drift.DriftMonitor;
import io.driftline.drift.DriftSettings;
import io.driftline.drift.DriftSignal;
import java.time.Instant;
import java.util.List;

/** The job's own monitor, as the study watches with it. */
record StudiedMonitor(String agentId, DriftMonitor monitor) implements WatchedAgent {

  /** By default settings, but for the sensitivity. */
  static WatchedAgent watch(String agentId, double sensitivity) {
    DriftSettings settings = DriftSettings.defaults().withSensitivity(sensitivity);
    return new StudiedMonitor(agentId, new DriftMonitor(settings));
  }

  @Override
  public void observe(AgentAction action) {
    monitor.observe(action);
  }

  @Override
  public List<Found> closeDay(long epochDay) {
    return monitor.close(agentId, epochDay).stream().map(StudiedMonitor::found).toList();
  }

  private static Found found(DriftSignal signal) {
    return new Found(
        Instant.ofEpochMilli(signal.found()),
        signal.kind().code(),
        signal.dimension().code(),
        Instant.ofEpochMilli(signal.began()),
        signal.strength());
  }
}
