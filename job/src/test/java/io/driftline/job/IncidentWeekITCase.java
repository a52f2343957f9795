package io.driftline.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.incident.Incident;
import io.driftline.incident.IncidentChange;
import io.driftline.job.cli.local.FileRun;
import io.driftline.job.cli.simulation.SimulationFiles;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobFiles;
import io.driftline.job.evaluate.LabelFile;
import io.driftline.job.evaluate.SessionLabel;
import io.driftline.job.state.Ordering;
import io.driftline.simulate.EnterpriseSimulator;
import io.driftline.simulate.SimulationSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How often people are called in a week of fifty agents, and how much of it is worth it. */
@Timeout(300)
class IncidentWeekITCase {

  private static final Duration WEEK = Duration.ofDays(7);

  @TempDir private Path folder;

  static LongStream seeds() {
    return Seeds.upTo(3);
  }

  /**
   * The second week of an enterprise whose registry says what each agent is meant to do. Ten or
   * eleven of thirteen kinds of attack are in an incident; docs/alerts.md says which are not.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void callsFewerThanTwentyTimesInAWeekAndMissesFewAttacks(long seed, TestReporter reporter)
      throws Exception {
    SimulationSettings weeks = week(seed).withDays(14);
    Week second = run(weeks, files -> files.declared(), weeks.end().minus(WEEK));

    reporter.publishEntry("seed " + seed, second.toString());
    assertThat(second.opened()).isLessThan(20);
    assertThat(second.named()).hasSizeGreaterThanOrEqualTo(10);
    assertThat((double) second.named().size()).isGreaterThanOrEqualTo(0.8 * second.raised().size());
  }

  /**
   * The first week, of which no baseline tells what is usual, and of which nobody said anything.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void callsFewerThanTwentyTimesInTheVeryFirstWeek(long seed, TestReporter reporter)
      throws Exception {
    Week first = run(week(seed), files -> null, Instant.MIN);

    reporter.publishEntry("seed " + seed, first.toString());
    assertThat(first.opened()).isLessThan(20);
    assertThat(first.named()).hasSizeGreaterThanOrEqualTo(6);
  }

  /**
   * What became of a week.
   *
   * @param opened incidents that were told in it
   * @param named kinds of attack that are in an incident
   * @param raised kinds of attack of which an anomaly was raised
   */
  private record Week(long opened, Set<String> named, Set<String> raised) {

    @Override
    public String toString() {
      return "%d incidents; %d attacks named, %d raised: %s"
          .formatted(opened, named.size(), raised.size(), named);
    }
  }

  private static SimulationSettings week(long seed) {
    return SimulationSettings.defaults().withSeed(seed).withAgents(50).withDays(7);
  }

  private Week run(
      SimulationSettings simulation, Function<SimulationFiles, Path> registry, Instant from)
      throws Exception {
    SimulationFiles files = new SimulationFiles(folder);
    files.write(new EnterpriseSimulator(simulation), action -> {});
    FileRun.Results results = run(files, registry.apply(files));
    List<SessionLabel> labels =
        LabelFile.read(files.labels()).all().stream().filter(SessionLabel::isAttack).toList();
    return new Week(
        opened(results.incidents(), from).count(),
        kinds(labels, label -> isNamed(results, label)),
        kinds(labels, label -> isRaised(results, label)));
  }

  private static FileRun.Results run(SimulationFiles files, Path registry) throws Exception {
    Configuration config = new Configuration().set(DriftlineOptions.ORDER, Ordering.EVENT_TIME);
    config.set(DriftlineOptions.REGISTRY, files.registry().toString());
    return FileRun.governed(config, JobFiles.settings(config), 2, registry, files.activity());
  }

  private static Stream<Incident> opened(List<Incident> told, Instant from) {
    return told.stream()
        .filter(each -> each.change() == IncidentChange.OPENED)
        .filter(each -> !Instant.ofEpochMilli(each.time()).isBefore(from));
  }

  private static Set<String> kinds(List<SessionLabel> labels, Predicate<SessionLabel> holds) {
    return labels.stream()
        .filter(holds)
        .map(SessionLabel::attack)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether an anomaly of the attacked session, or on an event of the attack, was raised. */
  private static boolean isRaised(FileRun.Results results, SessionLabel label) {
    return results.anomalies().stream()
        .anyMatch(
            anomaly ->
                anomaly.sessionId().equals(label.sessionId())
                    || label.maliciousEventIds().contains(anomaly.action().eventId()));
  }

  private static boolean isNamed(FileRun.Results results, SessionLabel label) {
    return results.incidents().stream().anyMatch(incident -> names(incident, label));
  }

  private static boolean names(Incident incident, SessionLabel label) {
    return (label.sessionId() != null && incident.sessions().contains(label.sessionId()))
        || incident.signals().stream()
            .flatMap(signal -> signal.evidence().stream())
            .anyMatch(label.maliciousEventIds()::contains);
  }
}
