package io.driftline.job.cli;

import io.driftline.job.alert.AnomalyJson;
import io.driftline.job.alert.DriftJson;
import io.driftline.job.cli.local.EvaluationRun;
import io.driftline.job.cli.local.FileRun;
import io.driftline.job.evaluate.ScoresFile;
import io.driftline.job.incident.IncidentJson;
import io.driftline.job.posture.FindingJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Where a run over files leaves what it found; each file in the layout of its topic. */
final class ResultFiles {

  @Option(
      names = "--scores",
      paramLabel = "FILE",
      description = "write event_id, session_id, score and alert of every event, in input order")
  private Path scores;

  @Option(
      names = "--anomalies",
      paramLabel = "FILE",
      description = "write the anomalies, one per line")
  private Path anomalies;

  @Option(
      names = "--drift",
      paramLabel = "FILE",
      description = "write the drift that was found, one per line")
  private Path drift;

  @Option(
      names = "--findings",
      paramLabel = "FILE",
      description = "write the findings, one per line; there are none without --declared")
  private Path findings;

  @Option(
      names = "--incidents",
      paramLabel = "FILE",
      description = "write every record of the incidents, one per line")
  private Path incidents;

  /**
   * Writes what was asked for, over what was there before.
   *
   * @throws IOException if a file cannot be written
   */
  void write(EvaluationRun.Scored scored) throws IOException {
    if (scores != null) {
      ScoresFile.write(scores, scored.events());
    }
    FileRun.Results results = scored.results();
    lines(anomalies, results.anomalies(), AnomalyJson::write);
    lines(drift, results.drift(), DriftJson::write);
    lines(findings, results.findings(), FindingJson::write);
    lines(incidents, results.incidents(), IncidentJson::write);
  }

  private static <T> void lines(Path file, List<T> records, Function<T, byte[]> json)
      throws IOException {
    if (file == null) {
      return;
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (T each : records) {
        out.write(json.apply(each));
        out.write('\n');
      }
    }
  }
}
