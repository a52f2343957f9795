package io.driftline.job.cli.backtest;

import java.util.BitSet;
import java.util.OptionalDouble;

/**
 * What alert lines would have raised in a window.
 *
 * @param byDay alerts on each day of the window
 * @param agents with an alert
 * @param sessions with an alert
 * @param labelled alerts on actions with a label
 * @param malicious alerts on malicious actions
 * @param attacks attacks with an alert on one of their actions
 */
record AlertCounts(
    int[] byDay, int agents, int sessions, int labelled, int malicious, int attacks) {

  /** Counts what {@code set} raises, see {@link Replay}. */
  static AlertCounts of(ScoreLog log, Window window, ThresholdSet set) {
    Tally tally = new Tally(log, window);
    Replay.run(log, set, tally::add);
    return tally.counts();
  }

  /** Counts what the job itself raised. */
  static AlertCounts ofJob(ScoreLog log, Window window) {
    Tally tally = new Tally(log, window);
    for (int i = 0; i < log.size(); i++) {
      if (log.isAlert(i)) {
        tally.add(i);
      }
    }
    return tally.counts();
  }

  int total() {
    int total = 0;
    for (int alerts : byDay) {
      total += alerts;
    }
    return total;
  }

  int worstDay() {
    int worst = 0;
    for (int alerts : byDay) {
      worst = Math.max(worst, alerts);
    }
    return worst;
  }

  /** The share of labelled alerts that were on malicious actions; empty without such an alert. */
  OptionalDouble precision() {
    return labelled == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) malicious / labelled);
  }

  private static final class Tally {
    private final ScoreLog log;
    private final Window window;
    private final int[] byDay;
    private final BitSet sessions = new BitSet();
    private final BitSet attacks = new BitSet();
    private final BitSet alertAgents = new BitSet();
    private int agent;
    private int labelled;
    private int malicious;

    Tally(ScoreLog log, Window window) {
      this.log = log;
      this.window = window;
      this.byDay = new int[window.days()];
    }

    /** Actions come in the order of the log. */
    void add(int action) {
      if (!window.contains(log.time(action))) {
        return;
      }
      while (log.to(agent) <= action) {
        agent++;
      }
      alertAgents.set(agent);
      byDay[window.indexOf(log.day(action))]++;
      sessions.set(log.session(action));
      addTruth(log.attack(action));
    }

    private void addTruth(int attack) {
      labelled += attack == ActionTruth.UNKNOWN ? 0 : 1;
      if (attack >= 0) {
        malicious++;
        attacks.set(attack);
      }
    }

    AlertCounts counts() {
      return new AlertCounts(
          byDay,
          alertAgents.cardinality(),
          sessions.cardinality(),
          labelled,
          malicious,
          attacks.cardinality());
    }
  }
}
