package io.driftline.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.decide.Anomaly;
import io.driftline.job.alert.AnomalyJson;
import io.driftline.job.cli.local.FileRun;
import io.driftline.job.cli.simulation.SimulationFiles;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobFiles;
import io.driftline.job.control.ControlDecoder;
import io.driftline.job.control.ControlRecord;
import io.driftline.job.ingest.SourcePosition;
import io.driftline.job.state.Ordering;
import io.driftline.simulate.EnterpriseSimulator;
import io.driftline.simulate.SimulationSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** In event-time order a policy holds from its time on, to the action, however the job is cut. */
@Timeout(300)
class SamePolicyEverywhereITCase {

  private static final double LOWER = 40;

  @TempDir private Path folder;

  @Test
  void aPolicyHoldsFromItsTimeOnWhateverTheParallelism() throws Exception {
    SimulationFiles files = new SimulationFiles(folder);
    files.write(
        new EnterpriseSimulator(SimulationSettings.defaults().withAgents(15).withDays(5)),
        action -> {});
    FileRun.Results plain = run(files, 2, List.of());
    Instant from = plain.anomalies().get(0).time().plus(Duration.ofDays(2));
    List<ControlRecord> control = List.of(policy(from));

    List<Anomaly> anomalies = run(files, 1, control).anomalies();

    assertThat(json(run(files, 3, control).anomalies())).isEqualTo(json(anomalies));
    assertThat(json(anomalies.stream().filter(each -> each.time().isBefore(from)).toList()))
        .isEqualTo(
            json(plain.anomalies().stream().filter(each -> each.time().isBefore(from)).toList()));
    assertThat(anomalies).anyMatch(each -> each.verdict().score() < 75);
    assertThat(anomalies.stream().filter(each -> each.verdict().score() < 75))
        .allMatch(each -> !each.time().isBefore(from))
        .allMatch(each -> each.line() >= LOWER && each.line() < 75);
  }

  private static FileRun.Results run(
      SimulationFiles files, int parallelism, List<ControlRecord> control) throws Exception {
    Configuration config = new Configuration().set(DriftlineOptions.ORDER, Ordering.EVENT_TIME);
    return FileRun.told(
        config, JobFiles.settings(config), parallelism, null, control, files.activity());
  }

  private static ControlRecord policy(Instant from) {
    String message =
        """
        {"type":"thresholds","version":1,"rules":[{"scope":"global","line":%s}],"from":"%s",
         "by":"mara","reason":"test"}"""
            .formatted(LOWER, from);
    return ControlDecoder.decode(
        message.getBytes(UTF_8), SourcePosition.inTopic("control", 0, 0), 0);
  }

  private static List<String> json(List<Anomaly> anomalies) {
    return anomalies.stream().map(each -> new String(AnomalyJson.write(each), UTF_8)).toList();
  }
}
