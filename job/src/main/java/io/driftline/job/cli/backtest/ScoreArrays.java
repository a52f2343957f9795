package io.driftline.job.cli.backtest;

import io.driftline.forest.Detector;
import io.driftline.forest.Verdict;
import java.util.Arrays;

/**
 * What a backtest keeps of actions, in columns of equal length.
 *
 * @param subject number of whom alert lines are looked up for
 * @param session number of the session
 * @param attack see {@link ActionTruth}
 * @param time event time, epoch milliseconds
 * @param score at least 0, not capped
 * @param maturity how far the agent's warm-up had come, in whole percent
 * @param alert whether the job raised it
 * @param lead ordinal of the detector that says most
 * @param detectors what each detector says, as many numbers a row as {@code width}; empty if the
 *     highest is enough
 * @param width how many detectors are kept
 */
record ScoreArrays(
    int[] subject,
    int[] session,
    int[] attack,
    long[] time,
    double[] score,
    byte[] maturity,
    boolean[] alert,
    byte[] lead,
    double[] detectors,
    int width) {

  private static final Detector[] DETECTORS = Detector.values();

  static ScoreArrays ofLength(int length, int width) {
    return new ScoreArrays(
        new int[length],
        new int[length],
        new int[length],
        new long[length],
        new double[length],
        new byte[length],
        new boolean[length],
        new byte[length],
        new double[width * length],
        width);
  }

  int length() {
    return score.length;
  }

  /** The first {@code length} rows, or all and room for more. */
  ScoreArrays resized(int length) {
    return new ScoreArrays(
        Arrays.copyOf(subject, length),
        Arrays.copyOf(session, length),
        Arrays.copyOf(attack, length),
        Arrays.copyOf(time, length),
        Arrays.copyOf(score, length),
        Arrays.copyOf(maturity, length),
        Arrays.copyOf(alert, length),
        Arrays.copyOf(lead, length),
        Arrays.copyOf(detectors, width * length),
        width);
  }

  /**
   * Sets a row to one of {@code from}.
   *
   * @param firstSubject added to the number of its subject
   * @param firstSession added to the number of its session
   */
  void set(int row, ScoreArrays from, int fromRow, int firstSubject, int firstSession) {
    subject[row] = firstSubject + from.subject[fromRow];
    session[row] = firstSession + from.session[fromRow];
    attack[row] = from.attack[fromRow];
    time[row] = from.time[fromRow];
    score[row] = from.score[fromRow];
    maturity[row] = from.maturity[fromRow];
    alert[row] = from.alert[fromRow];
    lead[row] = from.lead[fromRow];
    System.arraycopy(from.detectors, width * fromRow, detectors, width * row, width);
  }

  /** Sets how a row was scored. */
  void score(int row, Verdict verdict) {
    score[row] = verdict.score();
    lead[row] = (byte) verdict.lead().ordinal();
    for (int i = 0; i < width; i++) {
      detectors[width * row + i] = verdict.scoreOf(DETECTORS[i]);
    }
  }

  /** How a row was scored; what the other detectors said is 0 if it is not kept. */
  Verdict verdict(int row) {
    double[] all = new double[DETECTORS.length];
    System.arraycopy(detectors, width * row, all, 0, width);
    all[lead[row]] = score[row];
    return new Verdict(score[row], DETECTORS[lead[row]], all, null);
  }
}
