package io.driftline.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.decide.Anomaly;
import io.driftline.decide.Feedback;
import io.driftline.forest.Detector;
import io.driftline.job.cli.local.FileRun;
import io.driftline.job.cli.simulation.SimulationFiles;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobFiles;
import io.driftline.job.control.ControlDecoder;
import io.driftline.job.control.ControlRecord;
import io.driftline.job.evaluate.LabelFile;
import io.driftline.job.evaluate.SessionLabel;
import io.driftline.job.ingest.SourcePosition;
import io.driftline.job.state.Ordering;
import io.driftline.simulate.EnterpriseSimulator;
import io.driftline.simulate.SimulationSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** People say of the pattern that calls most often for nothing that it is a false positive. */
@Timeout(600)
class FeedbackITCase {

  private static final int VERDICTS = 20;
  private static final double LINE = 75;

  @TempDir private Path folder;

  static LongStream seeds() {
    return Seeds.upTo(5);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void afterTwentyVerdictsAHarmlessPatternIsMuteAndTheSameAttacksAreRaised(
      long seed, TestReporter reporter) throws Exception {
    SimulationFiles files = new SimulationFiles(folder);
    SimulationSettings week =
        SimulationSettings.defaults().withSeed(seed).withAgents(50).withDays(7);
    files.write(new EnterpriseSimulator(week), action -> {});
    List<SessionLabel> attacks =
        LabelFile.read(files.labels()).all().stream().filter(SessionLabel::isAttack).toList();

    FileRun.Results before = run(files, List.of());
    List<Anomaly> noise = mostFrequent(harmless(before, attacks));
    long pattern = Feedback.patternOf(noise.get(0).action());
    FileRun.Results after = run(files, falsePositives(noise));

    Set<SessionLabel> found = raised(before, attacks);
    reporter.publishEntry(
        "seed " + seed,
        "%s: %d anomalies before, %d after; %d anomalies in all before, %d after; %d and %d of %d attacks raised"
            .formatted(
                noise.get(0).action().action(),
                noise.size(),
                of(harmless(after, attacks), pattern).size(),
                before.anomalies().size(),
                after.anomalies().size(),
                found.size(),
                raised(after, attacks).size(),
                attacks.size()));
    assertThat(of(harmless(after, attacks), pattern)).isEmpty();
    assertThat(raised(after, attacks)).containsAll(found);
  }

  private static FileRun.Results run(SimulationFiles files, List<ControlRecord> control)
      throws Exception {
    Configuration config = new Configuration().set(DriftlineOptions.ORDER, Ordering.EVENT_TIME);
    config.set(DriftlineOptions.REGISTRY, files.registry().toString());
    return FileRun.told(config, JobFiles.settings(config), 2, null, control, files.activity());
  }

  /** Twenty of them, about all detectors that reached the line in any. */
  private static List<ControlRecord> falsePositives(List<Anomaly> noise) {
    List<ControlRecord> control = new ArrayList<>();
    for (int i = 0; i < VERDICTS; i++) {
      byte[] message = falsePositive(noise, "alert-" + i).getBytes(UTF_8);
      control.add(ControlDecoder.decode(message, SourcePosition.inTopic("control", 0, i), 0));
    }
    return control;
  }

  private static String falsePositive(List<Anomaly> noise, String alert) {
    var action = noise.get(0).action();
    String permission =
        action.permission() == null ? "" : "\"permission\":\"" + action.permission() + "\",";
    String detectors =
        Stream.of(Detector.values())
            .filter(each -> noise.stream().anyMatch(it -> it.verdict().scoreOf(each) >= LINE))
            .map(each -> "\"" + each.code() + "\"")
            .collect(Collectors.joining(","));
    return """
        {"type":"feedback","alert_id":"%s","verdict":"false_positive","agent_id":"%s","system":"%s",
         "action":"%s",%s"detector":"%s","detectors":[%s],"by":"mara","reason":"it is its work",
         "time":"%s"}"""
        .formatted(
            alert,
            action.agentId(),
            action.system(),
            action.action(),
            permission,
            noise.get(0).verdict().lead().code(),
            detectors,
            noise.get(0).time().minusSeconds(1));
  }

  private static List<Anomaly> mostFrequent(List<Anomaly> anomalies) {
    Map<Long, List<Anomaly>> byPattern =
        anomalies.stream().collect(Collectors.groupingBy(it -> Feedback.patternOf(it.action())));
    return byPattern.values().stream()
        .max(
            Comparator.comparingInt((List<Anomaly> each) -> each.size())
                .thenComparing(each -> each.get(0).id()))
        .orElseThrow();
  }

  private static List<Anomaly> harmless(FileRun.Results results, List<SessionLabel> attacks) {
    return results.anomalies().stream()
        .filter(anomaly -> attacks.stream().noneMatch(label -> isOf(anomaly, label)))
        .toList();
  }

  private static List<Anomaly> of(List<Anomaly> anomalies, long pattern) {
    return anomalies.stream()
        .filter(anomaly -> Feedback.patternOf(anomaly.action()) == pattern)
        .toList();
  }

  private static Set<SessionLabel> raised(FileRun.Results results, List<SessionLabel> attacks) {
    return attacks.stream()
        .filter(label -> results.anomalies().stream().anyMatch(anomaly -> isOf(anomaly, label)))
        .collect(Collectors.toSet());
  }

  private static boolean isOf(Anomaly anomaly, SessionLabel label) {
    return anomaly.sessionId().equals(label.sessionId())
        || label.maliciousEventIds().contains(anomaly.action().eventId());
  }
}
