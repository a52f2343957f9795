package io.driftline.job.cli.faults;

import io.driftline.job.cli.cluster.BrokerProcess;
import io.driftline.job.cli.cluster.ClusterSettings;
import io.driftline.job.cli.cluster.ProcessCluster;
import io.driftline.job.cli.cluster.Submission;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.KafkaStartOptions;
import io.driftline.job.config.OutputTopics;
import io.driftline.job.state.Ordering;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.Admin;

/**
 * Runs the job over the same events once undisturbed and once through each fault, on one cluster,
 * and compares what was committed.
 */
public final class FaultSuite {

  private static final Map<String, String> KEEP = Map.of("retention.ms", "-1");

  /** No event is late by how the partitions are read, whatever is stopped and started. */
  static final Duration OUT_OF_ORDERNESS = Duration.ofHours(1);

  /** Longer than any fault lasts, on a busy machine too: a partition must not be thought idle. */
  private static final Duration IDLENESS = Duration.ofMinutes(1);

  /** Each restart waits so long for more of the registry. */
  private static final Duration REGISTRY_QUIET = Duration.ofSeconds(5);

  private final FaultSettings settings;
  private final List<Fault> faults;
  private final Path logs;
  private final Consumer<String> progress;

  /**
   * @param logs where the logs of all processes are kept if anything goes wrong
   * @param progress told what is being done
   */
  public FaultSuite(
      FaultSettings settings, List<Fault> faults, Path logs, Consumer<String> progress) {
    this.settings = settings;
    this.faults = List.copyOf(faults);
    this.logs = logs;
    this.progress = progress;
  }

  /** The least that shows whether the job takes it: a TaskManager and the JobManager are killed. */
  public static List<Fault> fewest() {
    return List.of(KillProcesses.oneOfEach());
  }

  /** Every fault that is known and can be run, in the order in which they are run. */
  public static List<Fault> faults(FaultSettings settings) {
    List<Fault> faults =
        new ArrayList<>(
            List.of(
                KillProcesses.taskManagers(settings.kills()),
                KillProcesses.jobManager(settings.kills()),
                new RestartBroker(settings.outage()),
                new IdlePartition(),
                new PoisonBurst(),
                new KillBeforeCommit()));
    if (settings.taskManagers() > 1) {
      faults.add(0, new Rescale());
    }
    return faults;
  }

  /** All of them, one after the other, in one run. */
  public static Fault everything(FaultSettings settings) {
    return new Everything(faults(settings));
  }

  /**
   * Runs them all; {@code each} is told of every result as soon as it is there.
   *
   * @throws Exception if a run did not come to its end
   */
  public List<FaultResult> run(Consumer<FaultResult> each) throws Exception {
    progress.accept("starting the cluster");
    try (ProcessCluster cluster = ProcessCluster.start(clusterSettings());
        Admin admin = cluster.broker().admin()) {
      try {
        return run(cluster, admin, each);
      } catch (Exception e) {
        cluster.keepLogs(logs);
        throw e;
      }
    }
  }

  private List<FaultResult> run(ProcessCluster cluster, Admin admin, Consumer<FaultResult> each)
      throws Exception {
    progress.accept("making events");
    FaultActivity activity = new FaultActivity(settings);
    EventFile events = activity.write(cluster.scratch().resolve("events"));
    if (!settings.small()) {
      activity.register(cluster.broker());
    }
    List<FaultResult> results = new ArrayList<>();
    Completed undisturbed = complete(new Undisturbed(), cluster, admin, events, activity);
    requireComplete(undisturbed.output());
    report(undisturbed.result(events.count(), undisturbed.output()), cluster, results, each);
    for (Fault fault : faults) {
      Completed disturbed = complete(fault, cluster, admin, events, activity);
      report(disturbed.result(events.count(), undisturbed.output()), cluster, results, each);
    }
    return results;
  }

  private void report(
      FaultResult result,
      ProcessCluster cluster,
      List<FaultResult> results,
      Consumer<FaultResult> each)
      throws IOException {
    results.add(result);
    each.accept(result);
    if (!result.isExact()) {
      cluster.keepLogs(logs);
    }
  }

  /** Comparing runs tells nothing if they all lose the same. */
  private void requireComplete(CommittedOutput undisturbed) {
    int audited = undisturbed.counts().get("audit");
    if (audited != settings.events()) {
      throw new IllegalStateException(
          "undisturbed, %,d of %,d events are in the audit trail"
              .formatted(audited, settings.events()));
    }
  }

  private Completed complete(
      Fault fault, ProcessCluster cluster, Admin admin, EventFile events, FaultActivity activity)
      throws Exception {
    progress.accept(fault.name());
    Instant start = Instant.now();
    String input = fault.name() + ".activity";
    OutputTopics outputs = new OutputTopics(fault.name());
    createTopics(cluster.broker(), input, outputs);
    try (Feed feed = new Feed(cluster.broker().bootstrapServers(), input, events)) {
      Submission submission = submission(fault, cluster, input);
      FaultRun run =
          new FaultRun(cluster, admin, outputs, events, feed, settings.partitions(), submission);
      if (!settings.small()) {
        run.awaitRegistry(activity.registered());
      }
      fault.inflict(run);
      run.finish(activity.closing());
      Duration took = Duration.between(start, Instant.now());
      run.awaitNothingOpen();
      CommittedOutput output = CommittedOutput.read(cluster.broker().bootstrapServers(), outputs);
      if (output.late() > 0) {
        run.note("%,d actions came after event time had passed them".formatted(output.late()));
      }
      deleteTopics(admin, input, outputs);
      return new Completed(fault, run, took, output);
    }
  }

  private void createTopics(BrokerProcess broker, String input, OutputTopics outputs)
      throws Exception {
    broker.createTopic(input, settings.partitions(), KEEP);
    for (String topic : outputs.all()) {
      broker.createTopic(topic, settings.partitions(), KEEP);
    }
  }

  /** Two million events are a gigabyte, and their audit trail is another. */
  private static void deleteTopics(Admin admin, String input, OutputTopics outputs)
      throws Exception {
    admin.deleteTopics(outputs.all()).all().get();
    admin.deleteTopics(Set.of(input)).all().get();
  }

  private Submission submission(Fault fault, ProcessCluster cluster, String input)
      throws IOException {
    return cluster
        .submission(options(cluster, fault.name(), input))
        .withParallelism(fault.parallelism(cluster.slots()));
  }

  private Configuration options(ProcessCluster cluster, String name, String input) {
    Configuration options =
        new Configuration()
            .set(DriftlineOptions.BOOTSTRAP_SERVERS, cluster.broker().bootstrapServers())
            .set(DriftlineOptions.ORDER, Ordering.EVENT_TIME)
            .set(DriftlineOptions.OUT_OF_ORDERNESS, OUT_OF_ORDERNESS)
            .set(DriftlineOptions.IDLENESS, IDLENESS)
            .set(DriftlineOptions.ACTIVITY_TOPICS, List.of(input))
            .set(DriftlineOptions.GROUP, name)
            .set(DriftlineOptions.OUTPUT_PREFIX, name)
            .set(DriftlineOptions.AUDIT, true)
            .set(DriftlineOptions.RELATIONSHIPS, true);
    if (!settings.small()) {
      options.set(DriftlineOptions.AGENTS_TOPIC, FaultActivity.AGENTS);
      options.set(DriftlineOptions.PEOPLE_TOPIC, FaultActivity.PEOPLE);
      options.set(KafkaStartOptions.REGISTRY_QUIET, REGISTRY_QUIET);
    }
    return options;
  }

  private ClusterSettings clusterSettings() {
    return ClusterSettings.ofTaskManagers(settings.taskManagers())
        .withCheckpointInterval(settings.checkpointInterval())
        .withShortLife(settings.small());
  }

  private record Completed(Fault fault, FaultRun run, Duration took, CommittedOutput output) {

    FaultResult result(long events, CommittedOutput expected) {
      long[] letters = output.deadLetters();
      return new FaultResult(
          fault.name(),
          fault.description(),
          events,
          took,
          run.recoveries(),
          run.outputs(),
          output.counts(),
          output.differences(expected),
          Math.max(0, run.expectedDeadLetters() - letters[0]),
          letters[1] - Math.min(letters[0], run.expectedDeadLetters()),
          run.notes());
    }
  }
}
