package io.driftline.job.cli.posture;

import io.driftline.job.cli.InputFile;
import io.driftline.job.cli.JobOptions;
import io.driftline.job.cli.Progress;
import io.driftline.job.cli.local.PostureRun;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobFiles;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.state.Ordering;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code driftline posture}. */
@Command(
    name = "posture",
    description = {
      "Tell what is wrong by the registry, from a file of activity and one of the registry.",
      "",
      "Runs the part of the job that judges authority and posture, in event-time order, and prints"
          + " each finding when it opens and when it is over. The same files and options give the"
          + " same findings.",
      ""
    })
public final class PostureCommand implements Callable<Integer> {

  @Option(
      names = "--activity",
      required = true,
      paramLabel = "FILE",
      description = "agent-activity v1, one event per line (.gz too)")
  private Path activity;

  @Option(
      names = "--registry",
      required = true,
      paramLabel = "FILE",
      description = "records of agents and people, one per line, see docs/registry.md")
  private Path registry;

  @Option(
      names = "--json",
      description = "print one JSON object for each change, as the job writes them to its topic")
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
    InputFile.requireReadable(activity);
    InputFile.requireReadable(registry);
    PostureRun.Results found = run();
    tellOfRefused(found.refused());
    FindingReport report = new FindingReport(found.findings());
    spec.commandLine().getOut().print(json ? report.json() : report.text());
    return 0;
  }

  private PostureRun.Results run() throws Exception {
    Configuration config = options.configuration();
    config.set(DriftlineOptions.ORDER, Ordering.EVENT_TIME);
    // Nothing is scored, so no model need be there, or be sound.
    config.set(DriftlineOptions.MODEL, DriftlineOptions.NO_MODEL);
    try (Progress progress = Progress.onStderr("judging " + activity.getFileName())) {
      progress.update("starting");
      return PostureRun.run(config, JobFiles.settings(config), parallelism, activity, registry);
    }
  }

  private void tellOfRefused(List<DeadLetter> refused) {
    if (!refused.isEmpty()) {
      spec.commandLine()
          .getErr()
          .printf(
              "%d records of the registry were refused, the first: %s%n",
              refused.size(), refused.get(0).message());
    }
  }
}
