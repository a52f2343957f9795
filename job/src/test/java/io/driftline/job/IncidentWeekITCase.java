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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often people are called in a week of fifty agents, and how much of it is worth it. */
@Timeout(300)
class IncidentWeekITCase {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aWeekOfFiftyAgentsCallsFewerThanTwentyTimesAndNamesMostAttacks(long seed) throws Exception {
    SimulationFiles files = new SimulationFiles(folder);
    SimulationSettings week =
        SimulationSettings.defaults().withSeed(seed).withAgents(50).withDays(7);
    files.write(new EnterpriseSimulator(week), action -> {});

    List<Incident> told = run(files);

    Map<String, Boolean> attacks = attacks(files, told);
    System.out.println(seed + " opened " + opened(told).size() + " " + attacks);
    opened(told)
        .forEach(
            i ->
                System.out.println(
                    "  "
                        + java.time.Instant.ofEpochMilli(i.time())
                        + " "
                        + i.severity()
                        + " "
                        + i.agent().id()
                        + " "
                        + i.counts()
                        + " "
                        + i.summary()));
    assertThat(opened(told)).hasSizeLessThan(20);
    assertThat(share(attacks.values())).isGreaterThanOrEqualTo(0.9);
  }

  private static List<Incident> run(SimulationFiles files) throws Exception {
    Configuration config = new Configuration().set(DriftlineOptions.ORDER, Ordering.EVENT_TIME);
    config.set(DriftlineOptions.REGISTRY, files.registry().toString());
    return FileRun.governed(
            config, JobFiles.settings(config), 2, files.declared(), files.activity())
        .incidents();
  }

  private static List<Incident> opened(List<Incident> told) {
    return told.stream().filter(each -> each.change() == IncidentChange.OPENED).toList();
  }

  /** Of each kind of attack that was played, whether an incident names a session or event of it. */
  private static Map<String, Boolean> attacks(SimulationFiles files, List<Incident> told)
      throws Exception {
    Map<String, Boolean> found = new TreeMap<>();
    for (SessionLabel label : LabelFile.read(files.labels()).all()) {
      if (label.attack() != null) {
        boolean named = told.stream().anyMatch(incident -> names(incident, label));
        found.merge(label.attack(), named, Boolean::logicalOr);
      }
    }
    return found;
  }

  private static boolean names(Incident incident, SessionLabel label) {
    if (label.sessionId() != null && incident.sessions().contains(label.sessionId())) {
      return true;
    }
    Set<String> events =
        incident.signals().stream()
            .flatMap(signal -> signal.evidence().stream())
            .collect(Collectors.toSet());
    return label.maliciousEventIds().stream().anyMatch(events::contains);
  }

  private static double share(Collection<Boolean> found) {
    return (double) found.stream().filter(each -> each).count() / found.size();
  }
}
