package io.driftline.job.cli.faults;

import java.time.Duration;
import java.util.Objects;

/**
 * How large a {@link FaultSuite} is.
 *
 * @param events in each run, at least 1,000
 * @param days of activity that they span, at least 2
 * @param partitions of every topic, at least 2
 * @param taskManagers with a slot each, at least 1, and 2 for rescaling
 * @param checkpointInterval between checkpoints
 * @param kills how often each kind of process is killed, at least 1
 * @param outage how long the broker is away
 * @param seed of the activity
 * @param small whether it is for a minute only: nobody is registered, and processes start quickly
 */
public record FaultSettings(
    long events,
    int days,
    int partitions,
    int taskManagers,
    Duration checkpointInterval,
    int kills,
    Duration outage,
    long seed,
    boolean small) {

  private static final long FEWEST_EVENTS = 1000;
  private static final long MANY_EVENTS = 200_000;

  public FaultSettings {
    Objects.requireNonNull(checkpointInterval, "checkpointInterval");
    Objects.requireNonNull(outage, "outage");
    atLeast("events", events, FEWEST_EVENTS);
    atLeast("days", days, 2);
    atLeast("partitions", partitions, 2);
    atLeast("taskManagers", taskManagers, 1);
    atLeast("kills", kills, 1);
  }

  /** So many events of ten days, two kills of each kind, and all that the job can write. */
  public static FaultSettings ofEvents(long events) {
    return new FaultSettings(
        events, 10, 4, 2, checkpointInterval(events), 2, Duration.ofSeconds(10), 42, false);
  }

  /** A checkpoint of much state takes seconds, and checkpoints are not all that is to be done. */
  private static Duration checkpointInterval(long events) {
    return events < MANY_EVENTS ? Duration.ofSeconds(2) : Duration.ofSeconds(10);
  }

  /** So many events of two days, and as little else as shows anything. */
  public static FaultSettings small(long events) {
    return new FaultSettings(
        events, 2, 2, 1, Duration.ofSeconds(1), 1, Duration.ofSeconds(10), 42, true);
  }

  private static void atLeast(String name, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
    }
  }
}
