package io.driftline.job.cli.cluster;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A job that was submitted to a {@link ProcessCluster}. */
public final class RunningJob {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final FlinkRest rest;
  private final String id;

  RunningJob(FlinkRest rest, String id) {
    this.rest = rest;
    this.id = id;
  }

  /** As Flink names it, 32 hexadecimal digits. */
  public String id() {
    return id;
  }

  /** For example {@code RUNNING}. */
  public String state() throws IOException, InterruptedException {
    return rest.state(id);
  }

  /** Its latest complete checkpoint. */
  public Optional<Checkpoint> latestCheckpoint() throws IOException, InterruptedException {
    return rest.latestCheckpoint(id);
  }

  /** The checkpoint that it has gone on from after its latest failure. */
  public Optional<Long> restoredFrom() throws IOException, InterruptedException {
    return rest.restoredFrom(id);
  }

  /**
   * Up to where event time has come in all subtasks of a stage, in epoch milliseconds.
   *
   * @param stage the beginning of its name
   * @return {@link Long#MIN_VALUE} as long as it is not known
   */
  public long eventTime(String stage) throws IOException, InterruptedException {
    return rest.watermark(id, stage);
  }

  /** What it failed of last, with the stack trace; empty if it has not. */
  public String lastFailure() throws IOException, InterruptedException {
    return rest.lastFailure(id);
  }

  /** Waits until a checkpoint is complete that was begun after {@code instant}. */
  public Checkpoint awaitCheckpointBegunAfter(Instant instant) throws Exception {
    AtomicReference<Checkpoint> found = new AtomicReference<>();
    Await.until(
        "a checkpoint is complete that was begun after " + instant,
        PATIENCE,
        () -> {
          latestCheckpoint()
              .filter(each -> each.triggered().isAfter(instant))
              .ifPresent(found::set);
          return found.get() != null;
        });
    return found.get();
  }

  /**
   * Stops it with a savepoint, from which it can go on.
   *
   * @return where the savepoint is
   */
  public String stop() throws Exception {
    String request = rest.stop(id);
    AtomicReference<String> savepoint = new AtomicReference<>();
    Await.until(
        "job " + id + " has stopped with a savepoint",
        PATIENCE,
        () -> {
          rest.savepoint(id, request).ifPresent(savepoint::set);
          return savepoint.get() != null;
        });
    Await.until("job " + id + " has finished", PATIENCE, () -> state().equals("FINISHED"));
    return savepoint.get();
  }
}
