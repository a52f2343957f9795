package io.driftline.job.cli.backtest;

import java.util.BitSet;

/**
 * What the labels say of the actions in a window.
 *
 * @param labelled actions with a label of the test phase
 * @param malicious among them
 * @param attacks with at least one malicious action
 */
record TruthCounts(int labelled, int malicious, int attacks) {

  static TruthCounts of(ScoreLog log, Window window) {
    int labelled = 0;
    int malicious = 0;
    BitSet attacks = new BitSet();
    for (int i = 0; i < log.size(); i++) {
      if (window.contains(log.time(i)) && log.attack(i) != ActionTruth.UNKNOWN) {
        labelled++;
        if (log.attack(i) >= 0) {
          malicious++;
          attacks.set(log.attack(i));
        }
      }
    }
    return new TruthCounts(labelled, malicious, attacks.cardinality());
  }
}
