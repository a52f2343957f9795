package io.driftline.job.cli.faults;

import io.driftline.job.cli.cluster.ClusterProcess;
import io.driftline.job.cli.cluster.ProcessCluster;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Processes are killed one after the other, each while the job works, and started again. */
final class KillProcesses implements Fault {

  private final String name;
  private final String description;
  private final List<Function<ProcessCluster, ClusterProcess>> victims;

  private KillProcesses(
      String name, String description, Stream<Function<ProcessCluster, ClusterProcess>> victims) {
    this.name = Objects.requireNonNull(name, "name");
    this.description = Objects.requireNonNull(description, "description");
    this.victims = victims.toList();
  }

  /** So many TaskManagers, each in its turn. */
  static Fault taskManagers(int kills) {
    return new KillProcesses(
        "kill-taskmanager",
        "kill -9 of a TaskManager",
        IntStream.range(0, kills)
            .mapToObj(kill -> cluster -> cluster.taskManager(kill % cluster.slots())));
  }

  /** The JobManager, so often; the one that is started instead takes over. */
  static Fault jobManager(int kills) {
    return new KillProcesses(
        "kill-jobmanager",
        "kill -9 of the JobManager",
        IntStream.range(0, kills).mapToObj(kill -> ProcessCluster::jobManager));
  }

  /** A TaskManager, then the JobManager. */
  static Fault oneOfEach() {
    return new KillProcesses(
        "kill-one-of-each",
        "kill -9 of a TaskManager, then of the JobManager",
        Stream.of(cluster -> cluster.taskManager(0), ProcessCluster::jobManager));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public void inflict(FaultRun run) throws Exception {
    for (int kill = 0; kill < victims.size(); kill++) {
      run.intoPart(kill + 1, victims.size());
      ClusterProcess victim = victims.get(kill).apply(run.cluster());
      Instant fault = Instant.now();
      victim.kill();
      victim.start();
      run.awaitRecovery(fault, fault);
    }
    run.feedTheRest();
  }
}
