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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often people are called in a week of fifty agents, and how much of it is worth it. */
@Timeout(300)
class IncidentWeekITCase {

  @TempDir private Path folder;

  /**
   * Of thirteen attacks ten or eleven are raised at all in a week that begins without any baseline.
   * Nine in ten were to be in an incident; eight to ten of thirteen are, docs/alerts.md says which
   * are not. This keeps it from getting worse.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void callsFewerThanTwentyTimesAndLosesFewOfTheAttacksThatWereRaised(
      long seed, TestReporter reporter) throws Exception {
    SimulationFiles files = new SimulationFiles(folder);
    SimulationSettings week =
        SimulationSettings.defaults().withSeed(seed).withAgents(50).withDays(7);
    files.write(new EnterpriseSimulator(week), action -> {});
    FileRun.Results results = run(files);
    List<SessionLabel> labels =
        LabelFile.read(files.labels()).all().stream().filter(SessionLabel::isAttack).toList();

    Set<String> raised = kinds(labels, label -> isRaised(results, label));
    Set<String> named = kinds(labels, label -> isNamed(results, label));
    long opened = opened(results.incidents()).count();

    reporter.publishEntry(
        "seed " + seed,
        "%d incidents; %d attacks named of %d raised"
            .formatted(opened, named.size(), raised.size()));
    assertThat(opened).isLessThan(20);
    assertThat((double) named.size()).isGreaterThanOrEqualTo(0.8 * raised.size());
  }

  private static FileRun.Results run(SimulationFiles files) throws Exception {
    Configuration config = new Configuration().set(DriftlineOptions.ORDER, Ordering.EVENT_TIME);
    config.set(DriftlineOptions.REGISTRY, files.registry().toString());
    return FileRun.run(config, JobFiles.settings(config), 2, files.activity());
  }

  private static Stream<Incident> opened(List<Incident> told) {
    return told.stream().filter(each -> each.change() == IncidentChange.OPENED);
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
