package io.driftline.job.cli.backtest;

import io.driftline.forest.Detector;
import io.driftline.job.cli.BrokerOptions;
import io.driftline.job.cli.CommandFailure;
import io.driftline.job.cli.InputFile;
import io.driftline.job.cli.Progress;
import io.driftline.job.config.DriftlineOptions;
import io.driftline.job.config.JobFiles;
import io.driftline.job.config.JobSettings;
import io.driftline.job.evaluate.LabelFile;
import io.driftline.job.evaluate.Labels;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.state.Ordering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code driftline backtest}. */
@Command(
    name = "backtest",
    description = {
      "Replay history through the job, and report what alert lines would have cost.",
      "",
      "Runs the whole job in event-time order, once, however many sets of thresholds are compared."
          + " The report is one HTML file that needs no network; the same activity, options and"
          + " seed give the same bytes.",
      ""
    })
public final class BacktestCommand implements Callable<Integer> {

  @Option(
      names = "--activity",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = {
        "agent-activity v1, one event per line (.gz too); several files in any order;",
        "or one topic, as kafka:TOPIC, from its start to the end that it has now"
      })
  private List<String> activity;

  @Option(
      names = "--from",
      paramLabel = "T",
      converter = TimeOption.class,
      description =
          "report from this UTC day or instant on; all activity before is still learnt from")
  private Instant from;

  @Option(
      names = "--to",
      paramLabel = "T",
      converter = TimeOption.class,
      description = "leave out what happened from this UTC day or instant on")
  private Instant to;

  @Option(
      names = "--registry",
      paramLabel = "FILE",
      description = "agents with kind and purpose, one per line")
  private Path registry;

  @Option(
      names = "--declared",
      paramLabel = "FILE",
      description = "what is declared of agents and people, one record per line")
  private Path declared;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "sessions with phase and malicious events, one per line")
  private Path labels;

  @Option(
      names = "--thresholds",
      paramLabel = "SET",
      description = {
        "a file of thresholds, or a line from 0 to 100 for all agents; give several to compare.",
        "The job runs with the first (default: driftline.alert.line)"
      })
  private List<String> thresholds = List.of();

  @Option(
      names = "--budget",
      split = ",",
      paramLabel = "N",
      defaultValue = "1,2,5,10,20",
      description = "suggest lines for so many alerts a day (default: ${DEFAULT-VALUE})")
  private List<Double> budgets;

  @Option(names = "--seed", paramLabel = "N", description = "of the job (default: driftline.seed)")
  private Long seed;

  @Option(names = "--report", paramLabel = "FILE", description = "write the HTML report")
  private Path report;

  @Option(names = "--json", paramLabel = "FILE", description = "write the report's figures as JSON")
  private Path json;

  @Option(
      names = "--most-alerts",
      paramLabel = "N",
      defaultValue = "500",
      description =
          "list at most so many alerts, those with the highest scores (default: ${DEFAULT-VALUE})")
  private int mostAlerts;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "parallelism of the run; the result does not depend on it (default: ${DEFAULT-VALUE})")
  private int parallelism;

  @Mixin private BrokerOptions brokers;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    check();
    Configuration config = configuration();
    List<ThresholdSet> sets =
        ThresholdFiles.read(thresholds, config.get(DriftlineOptions.ALERT_LINE));
    ActionTruth truth = new ActionTruth(labels == null ? Labels.none() : LabelFile.read(labels));
    Backtest backtest = backtest(config, sets, truth);
    write(BacktestJson.write(backtest, mostAlerts));
    spec.commandLine().getOut().print(BacktestText.of(backtest));
    return 0;
  }

  private Backtest backtest(Configuration config, List<ThresholdSet> sets, ActionTruth truth)
      throws Exception {
    try (History history = History.of(activity, config)) {
      BacktestRun.Results results = run(config, history, sets, truth);
      tellOfRefused(results.refused());
      return new BacktestAnalysis(results, window())
          .report(
              new Backtest.Source(history.names(), config.get(DriftlineOptions.SEED)),
              sets,
              budgets,
              truth.isKnown());
    }
  }

  private void check() {
    if (from != null && to != null && !from.isBefore(to)) {
      throw wrong("--from %s is not before --to %s".formatted(from, to));
    }
    if (mostAlerts < 0) {
      throw wrong("--most-alerts must not be negative, was " + mostAlerts);
    }
    if (budgets.stream().anyMatch(each -> !(each > 0))) {
      throw wrong("--budget must be above 0, was " + budgets);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private Configuration configuration() {
    Configuration config = brokers.configuration();
    config.set(DriftlineOptions.ORDER, Ordering.EVENT_TIME);
    if (registry != null) {
      config.set(DriftlineOptions.REGISTRY, InputFile.requireReadable(registry).toString());
    }
    if (seed != null) {
      config.set(DriftlineOptions.SEED, seed);
    }
    return config;
  }

  private BacktestRun.Results run(
      Configuration config, History history, List<ThresholdSet> sets, ActionTruth truth)
      throws Exception {
    config.set(DriftlineOptions.ALERT_LINE, sets.get(0).globalLine());
    JobSettings settings = JobFiles.settings(config).with(sets.get(0).rules());
    int width =
        sets.stream().anyMatch(ThresholdSet::asksForDetectors) ? Detector.values().length : 0;
    BacktestRun run =
        new BacktestRun(
            settings, parallelism, declared == null ? null : InputFile.requireReadable(declared));
    try (Progress progress = Progress.onStderr("replaying " + history.names().get(0))) {
      progress.update("starting");
      return requireActions(
          run.run(
              history.until(window().to()),
              truth,
              width,
              scored -> tell(progress, scored, history)));
    }
  }

  private static void tell(Progress progress, long scored, History history) {
    if (history.lines() > 0) {
      progress.updateWithRest(scored, history.lines());
    } else {
      progress.update(String.format(Locale.ROOT, "%,d actions", scored));
    }
  }

  private BacktestRun.Results requireActions(BacktestRun.Results results) {
    Window window = window();
    for (int i = 0; i < results.log().size(); i++) {
      if (window.contains(results.log().time(i))) {
        return results;
      }
    }
    throw new CommandFailure(
        "no action in " + activity + " in the time asked for",
        results.refused().isEmpty()
            ? "widen --from and --to"
            : "the first record was refused: " + results.refused().get(0).message());
  }

  private Window window() {
    return new Window(
        from == null ? Long.MIN_VALUE : from.toEpochMilli(),
        to == null ? Long.MAX_VALUE : to.toEpochMilli());
  }

  private void tellOfRefused(List<DeadLetter> refused) {
    if (!refused.isEmpty()) {
      spec.commandLine()
          .getErr()
          .printf(
              "%d records were refused, the first: %s%n", refused.size(), refused.get(0).message());
    }
  }

  private void write(byte[] figures) throws IOException {
    if (json != null) {
      Files.write(json, figures);
    }
    if (report != null) {
      Files.write(report, BacktestPage.write(figures));
    }
  }
}
