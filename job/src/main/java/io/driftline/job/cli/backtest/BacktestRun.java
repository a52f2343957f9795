package io.driftline.job.cli.backtest;

import io.driftline.decide.Anomaly;
import io.driftline.drift.DriftEvent;
import io.driftline.incident.Incident;
import io.driftline.job.cli.local.FileRun;
import io.driftline.job.config.JobSettings;
import io.driftline.job.ingest.DeadLetter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/** Runs the job over history and keeps what a report needs. */
final class BacktestRun {

  private final JobSettings settings;
  private final int parallelism;
  private final Path declared;

  /**
   * @param settings in event-time order, so that the result does not depend on the parallelism
   * @param declared what is declared of agents and people, by which findings are made; {@code null}
   *     for nothing
   */
  BacktestRun(JobSettings settings, int parallelism, Path declared) {
    this.settings = settings;
    this.parallelism = parallelism;
    this.declared = declared;
  }

  /**
   * What the job made of it.
   *
   * @param log the score of every action
   * @param anomalies in order of event time, then id
   * @param drift in order of event time, then id
   * @param incidents every record of them, in order of event time, then id and number
   * @param findings how many records there were
   * @param refused in order of position
   */
  record Results(
      ScoreLog log,
      List<Anomaly> anomalies,
      List<DriftEvent> drift,
      List<Incident> incidents,
      int findings,
      List<DeadLetter> refused) {}

  /**
   * Runs to the end of {@code activity}.
   *
   * @param width how many detectors' scores are kept beside the highest
   * @param progress told now and then how many actions have been scored
   */
  Results run(FileRun.Activity activity, ActionTruth truth, int width, LongConsumer progress)
      throws Exception {
    try (BacktestOutputs outputs = new BacktestOutputs(truth, width);
        Ticker ticker = Ticker.start(() -> progress.accept(outputs.scored()))) {
      FileRun.execute(activity, outputs, settings, parallelism, declared);
      return new Results(
          outputs.log(),
          outputs.anomalies(),
          outputs.drift(),
          outputs.incidents(),
          outputs.findings().size(),
          outputs.deadLetters());
    }
  }
}
