package io.driftline.job.cli;

import io.driftline.job.alert.AnomalyJson;
import io.driftline.job.cli.local.FileRun;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobFiles;
import io.driftline.job.evaluate.Evaluation;
import io.driftline.job.evaluate.EvaluationReport;
import io.driftline.job.evaluate.LabelFile;
import io.driftline.job.evaluate.Labels;
import io.driftline.job.evaluate.ScoredEvent;
import io.driftline.job.evaluate.ScoresFile;
import io.driftline.job.state.Ordering;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the job's topology over a file, in event-time order, and measures what it finds. */
@Command(
    name = "evaluate",
    description = {
      "Score a file of activity and measure the scores against labels.",
      "Every event is scored before it is learnt from, without any sight of the labels."
    })
public final class EvaluateCommand implements Callable<Integer> {

  @Option(
      names = "--activity",
      required = true,
      paramLabel = "FILE",
      description = "agent-activity v1, one event per line (.gz too)")
  private Path activity;

  @Option(
      names = "--registry",
      paramLabel = "FILE",
      description = "agents with kind and purpose, one per line")
  private Path registry;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "sessions with phase and malicious events, one per line")
  private Path labels;

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

  @Option(names = "--json", description = "print one JSON object instead of a table")
  private boolean json;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "parallelism of the run; the result does not depend on it (default: ${DEFAULT-VALUE})")
  private int parallelism;

  @Mixin private JobOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Labels known = labels == null ? Labels.none() : LabelFile.read(labels);
    long started = System.nanoTime();
    FileRun.Results found = run();
    double seconds = (System.nanoTime() - started) / 1e9;
    List<ScoredEvent> events = InputOrder.of(activity, found.scores());
    write(found, events);
    EvaluationReport report = new EvaluationReport(Evaluation.of(events, known), seconds);
    spec.commandLine().getOut().println(json ? report.json() : report.text());
    if (!found.deadLetters().isEmpty()) {
      spec.commandLine()
          .getErr()
          .printf(
              "%d records were refused, the first: %s%n",
              found.deadLetters().size(), found.deadLetters().get(0).message());
    }
    return 0;
  }

  private FileRun.Results run() throws Exception {
    Configuration config = options.configuration();
    config.set(DriftlineOptions.ORDER, Ordering.EVENT_TIME);
    if (registry != null) {
      config.set(DriftlineOptions.REGISTRY, requireReadable(registry).toString());
    }
    try (Progress progress = Progress.onStderr("scoring " + activity.getFileName())) {
      progress.update("starting");
      return FileRun.run(config, JobFiles.settings(config), parallelism, requireReadable(activity));
    }
  }

  private void write(FileRun.Results found, List<ScoredEvent> events) throws IOException {
    if (scores != null) {
      ScoresFile.write(scores, events);
    }
    if (anomalies != null) {
      try (OutputStream out = Files.newOutputStream(anomalies)) {
        for (var anomaly : found.anomalies()) {
          out.write(AnomalyJson.write(anomaly));
          out.write('\n');
        }
      }
    }
  }

  private static Path requireReadable(Path file) {
    if (!Files.isReadable(file)) {
      throw new CommandFailure("cannot read " + file, "does it exist?");
    }
    return file;
  }
}
