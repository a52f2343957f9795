package io.driftline.job.cli.demo;

import io.driftline.decide.Anomaly;
import java.time.Duration;
import java.util.List;

/** Anomalies in the order in which they become visible. */
@FunctionalInterface
interface AnomalyFeed {

  /** Those that came since the last call; waits up to {@code patience} for the first. */
  List<Anomaly> poll(Duration patience) throws Exception;
}
