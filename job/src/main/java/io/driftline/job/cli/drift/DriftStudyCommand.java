package io.driftline.job.cli.drift;

import io.driftline.job.cli.Progress;
import io.driftline.simulate.DriftSettings;
import io.driftline.simulate.SimulationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code driftline drift-study}. */
@Command(
    name = "drift-study",
    description = {
      "Measure how drift is found in simulated enterprises.",
      "",
      "In each enterprise a tenth of the agents follow each of six scripts of change; the others are"
          + " stable. The same options give the same report.",
      ""
    })
public final class DriftStudyCommand implements Callable<Integer> {

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "20",
      description = "how many enterprises (default: ${DEFAULT-VALUE})")
  private int seeds;

  @Option(
      names = "--first-seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "of the first; the others follow (default: ${DEFAULT-VALUE})")
  private long firstSeed;

  @Option(
      names = "--agents",
      paramLabel = "N",
      defaultValue = "200",
      description = "in each enterprise (default: ${DEFAULT-VALUE})")
  private int agents;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "120",
      description =
          "length; changes begin between three eighths and seven twelfths of it (default:"
              + " ${DEFAULT-VALUE})")
  private int days;

  @Option(
      names = "--sensitivities",
      split = ",",
      paramLabel = "X",
      defaultValue = "0.5,0.7,1,1.4,2",
      description = "how easily the detector alarms; 1 is its default (default: ${DEFAULT-VALUE})")
  private List<Double> sensitivities;

  @Option(
      names = "--shuffle",
      description =
          "hand over the actions of each day in random order; the report must be the same")
  private boolean shuffle;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "enterprises played at a time (default: one for each processor)")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "print one JSON object instead of a table")
  private boolean json;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "draw how delay trades against false alarms")
  private Path svg;

  @Spec private CommandSpec spec;

  private final WatchedAgent.Factory factory;

  /** Studies the job's own monitor. */
  public DriftStudyCommand() {
    this(StudiedMonitor::watch);
  }

  /**
   * @param factory what is studied
   */
  public DriftStudyCommand(WatchedAgent.Factory factory) {
    this.factory = factory;
  }

  @Override
  public Integer call() throws Exception {
    StudyReport report = study(settings());
    if (svg != null) {
      write(report.svg());
    }
    spec.commandLine().getOut().print(json ? report.json() + "\n" : report.text());
    return 0;
  }

  private StudyReport study(StudySettings settings) throws InterruptedException {
    if (threads < 1) {
      throw wrong("--threads must be at least 1, was " + threads, null);
    }
    try (Progress progress = Progress.onStderr("watching")) {
      progress.update("seed " + firstSeed);
      return new DriftStudy(settings, factory)
          .run(threads, run -> progress.update("seed " + run.seed() + " done"));
    }
  }

  private StudySettings settings() {
    try {
      SimulationSettings defaults = DriftSettings.defaults().enterprise();
      DriftSettings first =
          DriftSettings.of(
              defaults.withSeed(firstSeed).withAgents(agents).withPeople(agents).withDays(days));
      return new StudySettings(seeds, first, sensitivities, shuffle);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage(), e);
    }
  }

  private void write(String picture) throws IOException {
    Files.writeString(svg, picture);
  }

  private ParameterException wrong(String message, Exception cause) {
    return new ParameterException(spec.commandLine(), message, cause);
  }
}
