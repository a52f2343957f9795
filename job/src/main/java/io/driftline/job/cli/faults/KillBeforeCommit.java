package io.driftline.job.cli.faults;

import io.driftline.job.cli.cluster.Checkpoint;
import io.driftline.job.cli.cluster.ClusterProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;

/**
 * All TaskManagers are killed when a checkpoint is complete and its output is not committed yet:
 * the JobManager writes what completes a checkpoint before it tells the TaskManagers to commit, and
 * that file is watched for. Whether it was so is read from the broker afterwards: a transaction is
 * open that began before the checkpoint did.
 */
final class KillBeforeCommit implements Fault {

  private static final String PREFIX = "chk-";
  private static final int ATTEMPTS = 3;
  private static final long LOOK_NANOS = 200_000;
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  @Override
  public String name() {
    return "kill-before-commit";
  }

  @Override
  public String description() {
    return "kill -9 of all TaskManagers between a checkpoint and its commit";
  }

  @Override
  public void inflict(FaultRun run) throws Exception {
    int hits = 0;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      run.intoPart(attempt, ATTEMPTS);
      hits += attempt(run) ? 1 : 0;
    }
    run.note("%d of %d kills fell between checkpoint and commit".formatted(hits, ATTEMPTS));
    run.feedTheRest();
  }

  private static boolean attempt(FaultRun run) throws Exception {
    List<ClusterProcess> victims =
        IntStream.range(0, run.cluster().slots())
            .mapToObj(index -> run.cluster().taskManager(index))
            .toList();
    awaitNext(run.cluster().checkpoints().resolve(run.job().id()));
    Instant fault = Instant.now();
    ClusterProcess.kill(victims);
    Checkpoint complete = run.job().latestCheckpoint().orElseThrow();
    boolean hit = isUncommitted(run, complete);
    for (ClusterProcess victim : victims) {
      victim.start();
    }
    run.awaitRecovery(fault, fault);
    return hit && run.job().restoredFrom().orElse(-1L) == complete.id();
  }

  private static void awaitNext(Path checkpoints) throws IOException {
    long present = newest(checkpoints);
    long start = System.nanoTime();
    while (newest(checkpoints) <= present) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new IllegalStateException("no checkpoint was completed in " + checkpoints);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** The number of the newest complete checkpoint, which may be deleted at any time; 0 for none. */
  private static long newest(Path checkpoints) throws IOException {
    try (Stream<Path> all = Files.list(checkpoints)) {
      return all.filter(each -> Files.exists(each.resolve("_metadata")))
          .map(each -> each.getFileName().toString())
          .filter(name -> name.startsWith(PREFIX))
          .mapToLong(name -> Long.parseLong(name.substring(PREFIX.length())))
          .max()
          .orElse(0);
    }
  }

  private static boolean isUncommitted(FaultRun run, Checkpoint checkpoint) throws Exception {
    Admin admin = run.admin();
    List<String> open =
        admin
            .listTransactions(
                new ListTransactionsOptions().filterStates(List.of(TransactionState.ONGOING)))
            .all()
            .get()
            .stream()
            .map(TransactionListing::transactionalId)
            .toList();
    for (TransactionDescription each : admin.describeTransactions(open).all().get().values()) {
      if (each.transactionStartTimeMs().orElse(Long.MAX_VALUE)
          < checkpoint.triggered().toEpochMilli()) {
        return true;
      }
    }
    return false;
  }
}
