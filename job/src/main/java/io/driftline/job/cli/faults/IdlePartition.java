package io.driftline.job.cli.faults;

import java.time.Duration;
import java.time.Instant;

/**
 * A partition falls silent while others go on, and comes back. What its agents do meanwhile is
 * published to another one, so that the events are the same.
 */
final class IdlePartition implements Fault {

  private static final double SILENT_FROM = 1.0 / 3;
  private static final double SILENT_TO = 2.0 / 3;

  /** Less than the job waits for late events: nothing is late by coming back. */
  private static final Duration SEAM = FaultSuite.OUT_OF_ORDERNESS.dividedBy(2);

  @Override
  public String name() {
    return "idle-partition";
  }

  @Override
  public String description() {
    return "a partition falls silent, and comes back";
  }

  @Override
  public void inflict(FaultRun run) throws Exception {
    run.feed().upTo(SILENT_FROM);
    run.awaitEventTime();
    Instant silent = Instant.now();
    run.feed().upTo(SILENT_TO, partition -> partition == 0 ? 1 : partition, null);
    run.awaitOutput(silent);
    run.awaitRead(run.feed().records());
    run.feed().during(SEAM);
    run.awaitRead(run.feed().records());
    run.feedTheRest();
  }
}
