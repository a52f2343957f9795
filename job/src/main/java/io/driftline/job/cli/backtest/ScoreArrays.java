package io.driftline.job.cli.backtest;

import java.util.Arrays;

/**
 * What a backtest keeps of actions, in columns of equal length.
 *
 * @param session number of the session
 * @param attack see {@link ActionTruth}
 * @param time event time, epoch milliseconds
 * @param score at least 0, not capped
 * @param maturity how far the agent's warm-up had come, in whole percent
 * @param alert whether the job raised it
 */
record ScoreArrays(
    int[] session, int[] attack, long[] time, double[] score, byte[] maturity, boolean[] alert) {

  static ScoreArrays ofLength(int length) {
    return new ScoreArrays(
        new int[length],
        new int[length],
        new long[length],
        new double[length],
        new byte[length],
        new boolean[length]);
  }

  int length() {
    return score.length;
  }

  /** The first {@code length} rows, or all and room for more. */
  ScoreArrays resized(int length) {
    return new ScoreArrays(
        Arrays.copyOf(session, length),
        Arrays.copyOf(attack, length),
        Arrays.copyOf(time, length),
        Arrays.copyOf(score, length),
        Arrays.copyOf(maturity, length),
        Arrays.copyOf(alert, length));
  }

  /** Sets a row to one of {@code from}, whose sessions are numbered from {@code firstSession}. */
  void set(int row, ScoreArrays from, int fromRow, int firstSession) {
    session[row] = firstSession + from.session[fromRow];
    attack[row] = from.attack[fromRow];
    time[row] = from.time[fromRow];
    score[row] = from.score[fromRow];
    maturity[row] = from.maturity[fromRow];
    alert[row] = from.alert[fromRow];
  }
}
