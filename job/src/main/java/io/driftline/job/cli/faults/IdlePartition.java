package io.driftline.job.cli.faults;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * A partition falls silent while others go on, and comes back. What its agents do meanwhile is
 * published to another one, so that the events are the same.
 */
final class IdlePartition implements Fault {

  private static final double SILENT_FROM = 1.0 / 3;
  private static final double SILENT_TO = 2.0 / 3;

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
    run.feedTo(SILENT_FROM);
    run.awaitEventTime();
    Instant silent = Instant.now();
    run.feedTo(SILENT_TO, partition -> partition == 0 ? 1 : partition, null);
    run.awaitOutput(silent);
    comeBack(run);
    run.feedTheRest();
  }

  /**
   * One partition after the other gets an event, and each of these is the latest that has been
   * read: were all that is left published at once, what one partition holds might all be read
   * before another is known to be back, and be late.
   */
  private static void comeBack(FaultRun run) throws Exception {
    Set<Integer> back = new HashSet<>();
    while (back.size() < run.partitions()) {
      if (back.add(run.feed().nextPartition())) {
        run.awaitRead(run.feed().records());
      }
      run.feed().one();
    }
    run.awaitRead(run.feed().records());
  }
}
