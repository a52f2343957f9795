package io.driftline.job.cli;

import io.driftline.forest.DefaultModel;
import io.driftline.forest.ModelArtifact;
import io.driftline.forest.ModelArtifactCodec;
import io.driftline.forest.ModelTrainer;
import io.driftline.forest.Provenance;
import io.driftline.forest.VectorSample;
import io.driftline.job.cli.local.TempFolder;
import io.driftline.job.cli.local.TrainingRun;
import io.driftline.job.cli.simulation.DefaultEnterprises;
import io.driftline.job.cli.simulation.SimulationFiles;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobFiles;
import io.driftline.job.config.JobSettings;
import io.driftline.job.state.Ordering;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code driftline train}. */
@Command(
    name = "train",
    description = {
      "Train one model on a file of activity, for cohorts that have none of their own yet.",
      "",
      "The same file, options and seed give the same bytes. Use it with"
          + " '-D driftline.model=FILE' of run and evaluate.",
      ""
    })
final class TrainCommand implements Callable<Integer> {

  /** Stands where a cohort's own model names the cohort. */
  private static final String EVERYBODY = "all agents";

  @ArgGroup(multiplicity = "1")
  private Source source;

  /** What the model is trained on. */
  private static final class Source {

    @Option(
        names = "--activity",
        paramLabel = "FILE",
        description = "agent-activity v1, one event per line (.gz too)")
    private Path activity;

    @Option(
        names = "--default",
        description = "rebuild the model that comes with Driftline, from simulated enterprises")
    private boolean byDefault;
  }

  @Option(
      names = "--registry",
      paramLabel = "FILE",
      description = "agents with kind and purpose, one per line")
  private Path registry;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "the model")
  private Path model;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "2",
      description = "of the run; the model does not depend on it (default: ${DEFAULT-VALUE})")
  private int parallelism;

  @Mixin private JobOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    ModelArtifact trained = source.byDefault ? trainDefault() : train(EVERYBODY, source.activity);
    Files.write(model, ModelArtifactCodec.encode(trained));
    spec.commandLine().getOut().println(summary(trained));
    return 0;
  }

  private ModelArtifact trainDefault() throws Exception {
    try (TempFolder folder = TempFolder.create("driftline-default-model")) {
      SimulationFiles files = new SimulationFiles(folder.path());
      DefaultEnterprises.write(files);
      registry = files.registry();
      return train(DefaultModel.COHORT, files.activity());
    }
  }

  private ModelArtifact train(String cohort, Path activity) throws Exception {
    Configuration config = configuration();
    JobSettings settings = JobFiles.settings(config);
    return train(cohort, activity, sample(activity, config, settings), settings.training().seed());
  }

  private Configuration configuration() {
    Configuration config = options.configuration();
    config.set(DriftlineOptions.ORDER, Ordering.EVENT_TIME);
    // No model takes part in training one; nor could a damaged default model then be rebuilt.
    config.set(DriftlineOptions.MODEL, DriftlineOptions.NO_MODEL);
    if (registry != null) {
      config.set(DriftlineOptions.REGISTRY, InputFile.requireReadable(registry).toString());
    }
    return config;
  }

  private VectorSample sample(Path activity, Configuration config, JobSettings settings)
      throws Exception {
    InputFile.requireReadable(activity);
    try (Progress progress = Progress.onStderr("measuring " + activity.getFileName())) {
      progress.update("starting");
      return TrainingRun.run(config, settings, parallelism, activity);
    }
  }

  private static ModelArtifact train(String cohort, Path activity, VectorSample sample, long seed) {
    double[][] rows = sample.rows();
    if (rows.length < ModelTrainer.FEWEST_ROWS) {
      throw new CommandFailure(
          "%s has %d usable events".formatted(activity, rows.length),
          "a model needs at least " + ModelTrainer.FEWEST_ROWS);
    }
    return ModelTrainer.train(cohort, rows, sample.from(), sample.to(), seed);
  }

  private String summary(ModelArtifact trained) {
    Provenance from = trained.provenance();
    return String.format(
        Locale.ROOT,
        """
        model   %s, id %s
        rows    %,d
        window  %s to %s
        next: driftline evaluate -D %s=%s --activity FILE""",
        model,
        trained.modelId(),
        from.rows(),
        Instant.ofEpochMilli(from.from()),
        Instant.ofEpochMilli(from.to()),
        DriftlineOptions.MODEL.key(),
        model);
  }
}
