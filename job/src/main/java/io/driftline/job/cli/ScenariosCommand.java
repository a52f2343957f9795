package io.driftline.job.cli;

import io.driftline.feature.Ablation;
import io.driftline.job.cli.local.EvaluationRun;
import io.driftline.job.cli.local.TempFolder;
import io.driftline.job.cli.simulation.SimulationFiles;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.evaluate.AccusedActions;
import io.driftline.job.evaluate.LabelFile;
import io.driftline.job.evaluate.ScenarioOutcome;
import io.driftline.job.evaluate.ScenarioTable;
import io.driftline.simulate.EnterpriseSimulator;
import io.driftline.simulate.SimulationSettings;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code driftline scenarios}. */
@Command(
    name = "scenarios",
    description = {
      "Play every kind of trouble in several simulated enterprises, and count which were found.",
      "",
      "Each seed is a default simulation of 'driftline simulate --seed', watched by the whole job"
          + " with a registry of its agents and people. The same seeds and options give the same"
          + " table.",
      ""
    })
final class ScenariosCommand implements Callable<Integer> {

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "10",
      description = "how many enterprises (default: ${DEFAULT-VALUE})")
  private int seeds;

  @Option(
      names = "--first-seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "of the first; the others follow (default: ${DEFAULT-VALUE})")
  private long firstSeed;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "2",
      description = "of each run; the result does not depend on it (default: ${DEFAULT-VALUE})")
  private int parallelism;

  @Mixin private JobOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (seeds < 1) {
      throw new ParameterException(spec.commandLine(), "--seeds must be at least 1, was " + seeds);
    }
    ScenarioTable table = new ScenarioTable();
    try (Progress progress = Progress.onStderr("playing")) {
      for (int i = 0; i < seeds; i++) {
        progress.update("seed " + (firstSeed + i));
        table.add(play(firstSeed + i));
      }
    }
    spec.commandLine().getOut().print(table.text());
    return 0;
  }

  private ScenarioOutcome play(long seed) throws Exception {
    try (TempFolder folder = TempFolder.create("driftline-scenarios")) {
      SimulationFiles files = new SimulationFiles(folder.path());
      files.write(
          new EnterpriseSimulator(SimulationSettings.defaults().withSeed(seed)), action -> {});
      EvaluationRun.Scored scored = score(files);
      return new ScenarioOutcome(
          scored.events(),
          AccusedActions.of(scored.results().findings()),
          scored.results().drift(),
          LabelFile.read(files.labels()));
    }
  }

  private EvaluationRun.Scored score(SimulationFiles files) throws Exception {
    Configuration config = options.configuration();
    config.set(DriftlineOptions.REGISTRY, files.registry().toString());
    EvaluationRun run = new EvaluationRun(config, parallelism, files.activity(), files.declared());
    return run.score(run.seed(), Ablation.NONE);
  }
}
