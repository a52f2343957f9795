package io.driftline.job.cli;

import io.driftline.feature.Ablation;
import io.driftline.feature.FeatureGroup;
import io.driftline.job.cli.local.EvaluationRun;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.evaluate.AblatedRuns;
import io.driftline.job.evaluate.Evaluation;
import io.driftline.job.evaluate.EvaluationReport;
import io.driftline.job.evaluate.LabelFile;
import io.driftline.job.evaluate.Labels;
import io.driftline.job.evaluate.SeedRun;
import io.driftline.job.evaluate.SeedRuns;
import io.driftline.job.ingest.DeadLetter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
      names = "--declared",
      paramLabel = "FILE",
      description = {
        "what is declared of agents and people, one per line; by it authority is judged and",
        "findings are made, and scores stay as they are"
      })
  private Path declared;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1",
      description = {
        "score with this many seeds, from driftline.seed upwards, and report median and spread;",
        "the files that are written are those of the first (default: ${DEFAULT-VALUE})"
      })
  private int seeds;

  @Option(
      names = "--ablate",
      arity = "0..*",
      split = ",",
      paramLabel = "GROUP",
      description = {
        "score again without each of these groups of features, and report what that changes;",
        "all groups if none is named: ${COMPLETION-CANDIDATES}"
      })
  private List<FeatureGroup> ablate;

  @Option(names = "--json", description = "print one JSON object instead of a table")
  private boolean json;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "parallelism of the run; the result does not depend on it (default: ${DEFAULT-VALUE})")
  private int parallelism;

  @Mixin private ResultFiles files;

  @Mixin private JobOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (seeds < 1) {
      throw new ParameterException(spec.commandLine(), "--seeds must be at least 1, was " + seeds);
    }
    Labels known = labels == null ? Labels.none() : LabelFile.read(labels);
    EvaluationRun run = run();
    try (Progress progress = Progress.onStderr("scoring " + activity.getFileName())) {
      progress.update("starting");
      SeedRuns all = runs(run, known, Ablation.NONE, "", progress);
      print(new EvaluationReport(all, ablations(run, known, progress)));
    }
    return 0;
  }

  private EvaluationRun run() {
    Configuration config = options.configuration();
    if (registry != null) {
      config.set(DriftlineOptions.REGISTRY, InputFile.requireReadable(registry).toString());
    }
    return new EvaluationRun(
        config,
        parallelism,
        InputFile.requireReadable(activity),
        declared == null ? null : InputFile.requireReadable(declared));
  }

  private List<AblatedRuns> ablations(EvaluationRun run, Labels known, Progress progress)
      throws Exception {
    List<AblatedRuns> ablations = new ArrayList<>();
    for (FeatureGroup group : leftOutInTurn()) {
      Ablation leftOut = Ablation.of(group.features());
      ablations.add(
          new AblatedRuns(group, runs(run, known, leftOut, " without " + group.code(), progress)));
    }
    return ablations;
  }

  private List<FeatureGroup> leftOutInTurn() {
    if (ablate == null) {
      return List.of();
    }
    return ablate.isEmpty() ? List.of(FeatureGroup.values()) : ablate;
  }

  private SeedRuns runs(
      EvaluationRun run, Labels known, Ablation leftOut, String what, Progress progress)
      throws Exception {
    List<SeedRun> runs = new ArrayList<>();
    for (int i = 0; i < seeds; i++) {
      long seed = run.seed() + i;
      progress.update("seed " + seed + what);
      EvaluationRun.Scored scored = run.score(seed, leftOut);
      if (i == 0 && leftOut == Ablation.NONE) {
        keep(scored);
      }
      runs.add(new SeedRun(seed, Evaluation.of(scored.events(), known), scored.seconds()));
    }
    return new SeedRuns(runs);
  }

  /** What is written apart from the report is that of the first seed. */
  private void keep(EvaluationRun.Scored scored) throws IOException {
    files.write(scored);
    List<DeadLetter> refused = scored.results().deadLetters();
    if (!refused.isEmpty()) {
      spec.commandLine()
          .getErr()
          .printf(
              "%d records were refused, the first: %s%n", refused.size(), refused.get(0).message());
    }
  }

  private void print(EvaluationReport report) {
    spec.commandLine().getOut().println(json ? report.json() : report.text());
  }
}
