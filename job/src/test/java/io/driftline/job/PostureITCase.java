package io.driftline.job;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import io.driftline.feature.SensitivityTable;
import io.driftline.job.cli.local.LocalCluster;
import io.driftline.job.cli.local.LocalClusterSettings;
import io.driftline.job.cli.local.MemorySink;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobSettings;
import io.driftline.job.identify.Cohorts;
import io.driftline.job.ingest.Decoded;
import io.driftline.job.ingest.LineFiles;
import io.driftline.job.registry.RegistryRecord;
import io.driftline.job.state.Ordering;
import io.driftline.posture.Finding;
import io.driftline.posture.FindingStatus;
import io.driftline.posture.Resolution;
import io.driftline.registry.RegistryChange;
import io.driftline.simulate.GovernanceSettings;
import io.driftline.simulate.GovernedEnterprise;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * In an enterprise of 200 agents that keep to every rule, and one violation of each rule, the job
 * finds every violation and nothing else: in order, interleaved, late, and after a restore.
 */
@Timeout(300)
class PostureITCase {

  private static final Duration LATENESS = Duration.ofHours(1);

  @TempDir private static Path folder;

  private static GovernedEnterprise enterprise;

  @BeforeAll
  static void simulate() {
    enterprise = new GovernedEnterprise(GovernanceSettings.defaults());
  }

  @Test
  void findsEveryViolationAndNothingElse() throws Exception {
    Path ordered = write("ordered.jsonl", 0);

    assertThat(violations(run(ordered, Ordering.EVENT_TIME, 2, false))).isEqualTo(truth());
    assertThat(violations(run(ordered, Ordering.ARRIVAL, 2, false))).isEqualTo(truth());
  }

  @Test
  void whateverComesFirst() throws Exception {
    Path disturbed = write("disturbed.jsonl", LATENESS.toMillis());

    List<Finding> inOrder = run(disturbed, Ordering.EVENT_TIME, 1, false);

    assertThat(violations(inOrder)).isEqualTo(truth());
    assertThat(evidence(run(disturbed, Ordering.EVENT_TIME, 4, false)))
        .isEqualTo(evidence(inOrder));
    assertThat(violations(run(disturbed, Ordering.ARRIVAL, 4, false))).isEqualTo(truth());
  }

  @Test
  void alsoWhatComesAfterTheWatermark() throws Exception {
    Path late = write("late.jsonl", 10 * LATENESS.toMillis());

    List<Finding> told = run(late, Ordering.ARRIVAL, 2, false);

    assertThat(violations(told)).isEqualTo(truth());
  }

  @Test
  void alsoAfterARestore() throws Exception {
    Path disturbed = write("restored.jsonl", LATENESS.toMillis());

    List<Finding> told = run(disturbed, Ordering.EVENT_TIME, 2, true);

    assertThat(FailsOnce.FAILURES).hasValue(1);
    assertThat(violations(told)).isEqualTo(truth());
  }

  /** What was told to be wrong, and not taken back: rule, agent and subject. */
  private static TreeSet<String> violations(List<Finding> told) {
    TreeSet<String> withdrawn =
        told.stream()
            .filter(each -> each.resolution() == Resolution.WITHDRAWN)
            .map(PostureITCase::name)
            .collect(toCollection(TreeSet::new));
    return told.stream()
        .map(PostureITCase::name)
        .filter(name -> !withdrawn.contains(name))
        .collect(toCollection(TreeSet::new));
  }

  /** What was found first, and by which events. */
  private static TreeSet<String> evidence(List<Finding> told) {
    return told.stream()
        .filter(each -> each.status() == FindingStatus.OPEN)
        .map(each -> each.id() + " " + name(each) + " " + each.evidence())
        .collect(toCollection(TreeSet::new));
  }

  private static TreeSet<String> truth() {
    return enterprise.truth().stream()
        .map(each -> each.rule().id() + " " + each.agentId() + " " + each.subject())
        .collect(toCollection(TreeSet::new));
  }

  private static String name(Finding finding) {
    return finding.rule().id() + " " + finding.agentId() + " " + finding.subject();
  }

  private static List<Finding> run(Path input, Ordering order, int parallelism, boolean failing)
      throws Exception {
    LocalClusterSettings cluster =
        LocalClusterSettings.ofSlots(parallelism)
            .withCheckpointInterval(failing ? Duration.ofMillis(200) : Duration.ZERO);
    try (MemorySink<Finding> findings = new MemorySink<>();
        LocalCluster local = LocalCluster.start(cluster)) {
      StreamExecutionEnvironment env = local.environment(jobOptions());
      env.setParallelism(parallelism);
      DataStream<InterleavedLines.Line> lines = lines(env, input, failing);
      Topology.findings(inputs(lines), settings(order)).sinkTo(findings).uid("collect");
      env.execute("posture");
      return findings.results().stream()
          .distinct()
          .sorted(
              Comparator.comparingLong(Finding::time)
                  .thenComparing(Finding::id)
                  .thenComparing(Finding::status))
          .toList();
    }
  }

  private static Configuration jobOptions() {
    return JobDefaults.required()
        .set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(20))
        .set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
  }

  private static DataStream<InterleavedLines.Line> lines(
      StreamExecutionEnvironment env, Path input, boolean failing) {
    TypeInformation<InterleavedLines.Line> type = TypeInformation.of(InterleavedLines.Line.class);
    DataStream<InterleavedLines.Line> lines =
        env.fromSource(
                LineFiles.source(
                    new InterleavedLines(), type, new org.apache.flink.core.fs.Path(input.toUri())),
                WatermarkStrategy.<InterleavedLines.Line>forBoundedOutOfOrderness(LATENESS)
                    .withTimestampAssigner((line, ignored) -> line.time()),
                "lines")
            .uid("lines")
            .setParallelism(1);
    return failing
        ? lines.map(new FailsOnce()).returns(type).uid("fails-once").setParallelism(1)
        : lines;
  }

  private static Inputs inputs(DataStream<InterleavedLines.Line> lines) {
    DataStream<Decoded> activity =
        lines
            .filter(line -> line.activity() != null)
            .uid("only-activity")
            .setParallelism(1)
            .map(InterleavedLines.Line::activity)
            .returns(TypeInformation.of(Decoded.class))
            .uid("activity")
            .setParallelism(1);
    DataStream<RegistryRecord> registry =
        lines
            .filter(line -> line.registry() != null)
            .uid("only-registry")
            .setParallelism(1)
            .map(InterleavedLines.Line::registry)
            .returns(TypeInformation.of(RegistryRecord.class))
            .uid("registry")
            .setParallelism(1);
    return new Inputs(activity, registry, null);
  }

  private static JobSettings settings(Ordering order) {
    GovernanceSettings limits = GovernanceSettings.defaults();
    Configuration config =
        new Configuration()
            .set(DriftlineOptions.ORDER, order)
            .set(DriftlineOptions.UNUSED_AFTER, Duration.ofDays(limits.unusedGrantDays()))
            .set(DriftlineOptions.CREDENTIAL_DORMANT_AFTER, Duration.ofDays(limits.dormantDays()));
    return JobSettings.of(config, Cohorts.of(List.of()), SensitivityTable.shipped(), null);
  }

  /** Activity and registry, each line up to so many milliseconds later than its time. */
  private static Path write(String name, long lateness) throws Exception {
    SplittableRandom random = new SplittableRandom(5);
    List<Arrival> arrivals = new ArrayList<>();
    for (RegistryChange change : enterprise.registry()) {
      arrivals.add(Arrival.of(change.time(), InterleavedLines.write(change), lateness, random));
    }
    for (AgentAction action : enterprise.activity()) {
      arrivals.add(
          Arrival.of(action.timeMillis(), InterleavedLines.write(action), lateness, random));
    }
    arrivals.sort(Comparator.comparingLong(Arrival::time));
    Path file = folder.resolve(name);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (Arrival arrival : arrivals) {
        out.write(arrival.line());
        out.write('\n');
      }
    }
    return file;
  }

  private record Arrival(long time, byte[] line) {
    static Arrival of(long time, byte[] line, long lateness, SplittableRandom random) {
      return new Arrival(lateness == 0 ? time : time + random.nextLong(lateness), line);
    }
  }

  /** Fails once, after a checkpoint and before the end of the input. */
  private static final class FailsOnce
      extends RichMapFunction<InterleavedLines.Line, InterleavedLines.Line>
      implements CheckpointListener {

    private static final long serialVersionUID = 1L;
    private static final int EARLIEST = 5_000;
    private static final AtomicInteger FAILURES = new AtomicInteger();

    private transient boolean checkpointed;
    private transient int seen;

    @Override
    public InterleavedLines.Line map(InterleavedLines.Line line) {
      boolean first = getRuntimeContext().getTaskInfo().getAttemptNumber() == 0;
      if (first && checkpointed && ++seen > EARLIEST) {
        FAILURES.incrementAndGet();
        throw new IllegalStateException("the failure that the test is about");
      }
      return line;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
      checkpointed = true;
    }
  }
}
