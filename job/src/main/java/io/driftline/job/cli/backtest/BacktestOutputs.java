package io.driftline.job.cli.backtest;

import io.driftline.job.cli.local.CollectedOutputs;
import io.driftline.job.detect.JudgedAction;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Keeps what is raised whole, and the scores of all actions in columns. */
final class BacktestOutputs extends CollectedOutputs {

  private final ScoreLogSink scores;

  BacktestOutputs(ActionTruth truth, int width) {
    this.scores = new ScoreLogSink(truth, width);
  }

  @Override
  public boolean wantsJudged() {
    return true;
  }

  @Override
  public void judged(DataStream<JudgedAction> stream) {
    stream.sinkTo(scores).uid("collect-judged");
  }

  ScoreLog log() {
    return scores.log();
  }

  /** How many actions have been scored so far. */
  long scored() {
    return scores.count();
  }

  @Override
  public void close() {
    super.close();
    scores.close();
  }
}
