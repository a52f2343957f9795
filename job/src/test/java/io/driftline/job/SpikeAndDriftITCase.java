package io.driftline.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import io.driftline.decide.Anomaly;
import io.driftline.drift.DriftEvent;
import io.driftline.feature.SensitivityTable;
import io.driftline.incident.Incident;
import io.driftline.incident.Signal;
import io.driftline.incident.SignalKind;
import io.driftline.job.cli.local.FileRun;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobFiles;
import io.driftline.job.ingest.AgentActionJson;
import io.driftline.job.state.Ordering;
import io.driftline.simulate.DriftScript;
import io.driftline.simulate.DriftSettings;
import io.driftline.simulate.DriftSimulator;
import io.driftline.simulate.DriftTruth;
import io.driftline.simulate.DriftTruths;
import io.driftline.simulate.Entrance;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is sudden is an anomaly, what is slow is a drift, and neither is taken for the other. */
@Timeout(300)
class SpikeAndDriftITCase {

  private static final Duration SPIKE_COUNTS_FOR = Duration.ofDays(14);

  private static final int PROBATION_DAYS = 5;

  private static List<DriftTruth> truths;
  private static FileRun.Results results;

  @BeforeAll
  static void runTheWholeJob(@TempDir Path folder) throws Exception {
    DriftSettings settings =
        DriftSettings.of(
            DriftSettings.defaults()
                .enterprise()
                .withAgents(30)
                .withPeople(60)
                .withDays(64)
                .withActionsPerAgentDay(30));
    Path activity = folder.resolve("activity.jsonl");
    truths = write(activity, new DriftSimulator(settings));
    Configuration config = new Configuration().set(DriftlineOptions.ORDER, Ordering.EVENT_TIME);
    config.set(DriftlineOptions.COHORT_INTERVAL, Duration.ofHours(1));
    results = FileRun.run(config, JobFiles.settings(config), 2, activity);
  }

  @Test
  void aSpikeRaisesAnAnomalyAndNoDrift() {
    assertThat(of(DriftScript.SPIKE)).hasSize(3);
    for (DriftTruth spike : of(DriftScript.SPIKE)) {
      assertThat(anomalies(spike, spike.onset(), spike.end())).as("%s", spike).isNotEmpty();
      assertThat(drifts(spike, spike.onset(), spike.end().plus(SPIKE_COUNTS_FOR)))
          .as("%s", spike)
          .isEmpty();
    }
  }

  @Test
  void newSystemsRaiseDriftAndAtMostOneAnomalyEach() {
    for (DriftTruth truth : of(DriftScript.NEW_SYSTEMS)) {
      assertThat(drifts(truth, truth.onset(), Instant.MAX)).as("%s", truth).isNotEmpty();
      for (Entrance entrance : truth.entrances()) {
        assertThat(sessionsRaised(truth, entrance.item()))
            .as("%s %s", truth.agentId(), entrance)
            .isLessThanOrEqualTo(1);
      }
    }
  }

  /**
   * A permission that does no lasting harm is raised once at most. One that deletes or administers
   * stays on probation for five days of use, and may be raised on each of them; nobody is called
   * about it more than once.
   */
  @Test
  void newPermissionsRaiseDriftAndHarmlessOnesAtMostOneAnomalyEach() {
    for (DriftTruth truth : of(DriftScript.NEW_PERMISSIONS)) {
      assertThat(drifts(truth, truth.onset(), Instant.MAX)).as("%s", truth).isNotEmpty();
      for (Entrance entrance : truth.entrances()) {
        assertThat(sessionsRaised(truth, entrance.item()))
            .as("%s %s", truth.agentId(), entrance)
            .isLessThanOrEqualTo(isHarmful(entrance.item()) ? PROBATION_DAYS : 1);
        assertThat(incidentsAbout(truth, entrance.item()))
            .as("%s %s", truth.agentId(), entrance)
            .isLessThanOrEqualTo(1);
      }
    }
  }

  private static boolean isHarmful(String permission) {
    return SensitivityTable.shipped().levelOf(permission) == 1;
  }

  /** In how many sessions a use of the item was raised. */
  private static long sessionsRaised(DriftTruth truth, String item) {
    return anomalies(truth, truth.onset(), Instant.MAX).stream()
        .filter(
            anomaly ->
                item.equals(anomaly.action().system())
                    || item.equals(anomaly.action().permission()))
        .map(Anomaly::sessionId)
        .distinct()
        .count();
  }

  /** In how many incidents a use of the item was told. */
  private static long incidentsAbout(DriftTruth truth, String item) {
    return results.incidents().stream()
        .filter(incident -> incident.agent().id().equals(truth.agentId()))
        .filter(incident -> incident.signals().stream().anyMatch(each -> isAbout(each, item)))
        .map(Incident::id)
        .distinct()
        .count();
  }

  private static boolean isAbout(Signal signal, String item) {
    return signal.kind() == SignalKind.ANOMALY
        && (item.equals(signal.system()) || item.equals(signal.permission()));
  }

  private static List<DriftTruth> of(DriftScript script) {
    return truths.stream().filter(truth -> truth.script() == script).toList();
  }

  private static List<Anomaly> anomalies(DriftTruth truth, Instant from, Instant to) {
    return results.anomalies().stream()
        .filter(anomaly -> anomaly.action().agentId().equals(truth.agentId()))
        .filter(anomaly -> !anomaly.time().isBefore(from) && anomaly.time().isBefore(to))
        .toList();
  }

  private static List<DriftEvent> drifts(DriftTruth truth, Instant from, Instant to) {
    return results.drift().stream()
        .filter(event -> event.agent().id().equals(truth.agentId()))
        .filter(event -> event.signal().found() > from.toEpochMilli())
        .filter(event -> to == Instant.MAX || event.signal().found() <= to.toEpochMilli())
        .toList();
  }

  private static List<DriftTruth> write(Path file, DriftSimulator simulator) throws Exception {
    DriftTruths truths = simulator.newTruths();
    try (OutputStream out = Files.newOutputStream(file)) {
      for (AgentAction action : simulator) {
        truths.add(action);
        out.write(AgentActionJson.write(action));
        out.write('\n');
      }
    }
    return truths.all();
  }
}
