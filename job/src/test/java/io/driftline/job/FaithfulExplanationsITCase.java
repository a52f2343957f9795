package io.driftline.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.decide.Anomaly;
import io.driftline.job.cli.local.FileRun;
import io.driftline.job.cli.simulation.SimulationFiles;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobFiles;
import io.driftline.job.state.Ordering;
import io.driftline.simulate.EnterpriseSimulator;
import io.driftline.simulate.SimulationSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An explanation is faithful if what it names carried the score: with its top sides back at their
 * usual value, the score must fall below the alert line. Each anomaly says how many it took.
 */
@Timeout(300)
class FaithfulExplanationsITCase {

  private static final Pattern ENOUGH =
      Pattern.compile("Had its (.+) been as usual, the score would have been .+");

  @TempDir private Path folder;

  @Test
  void threeSidesPutBackSufficeInAtLeast95PercentOfAlerts() throws Exception {
    List<Anomaly> anomalies = simulated();
    long faithful = anomalies.stream().filter(FaithfulExplanationsITCase::isFaithful).count();

    assertThat(anomalies).hasSizeGreaterThan(50);
    assertThat(faithful).isGreaterThanOrEqualTo((long) Math.ceil(0.95 * anomalies.size()));
  }

  private static boolean isFaithful(Anomaly anomaly) {
    Matcher matcher = ENOUGH.matcher(anomaly.explanation().counterfactual());
    return matcher.matches() && matcher.group(1).split(", | and ").length <= 3;
  }

  private List<Anomaly> simulated() throws Exception {
    SimulationFiles files = new SimulationFiles(folder);
    files.write(new EnterpriseSimulator(SimulationSettings.defaults().withSeed(2)), action -> {});
    Configuration config = new Configuration();
    config.set(DriftlineOptions.ORDER, Ordering.EVENT_TIME);
    config.set(DriftlineOptions.REGISTRY, files.registry().toString());
    return FileRun.run(config, JobFiles.settings(config), 2, files.activity()).anomalies();
  }
}
