package io.driftline.job.cli.backtest;

import io.driftline.decide.AlertHistory;
import io.driftline.decide.Decision;
import java.util.function.IntConsumer;

/**
 * Decides anew what is raised of actions that were scored before: learning depends on nothing but
 * the activity, so other alert lines change no score. It is decided by the classes that decide in
 * the job, so the lines are raised for agents whose sessions reach them often.
 */
final class Replay {

  private Replay() {}

  /** Tells {@code raised} each action that {@code set} raises, in the order of the log. */
  static void run(ScoreLog log, ThresholdSet set, IntConsumer raised) {
    for (int agent = 0; agent < log.agents().size(); agent++) {
      AlertHistory history = new AlertHistory();
      for (int i = log.from(agent); i < log.to(agent); i++) {
        boolean atLine = log.score(i) >= set.lowestLine() && decide(log, set, history, i, raised);
        history.note(log.sessionId(i), log.time(i), atLine);
      }
    }
  }

  private static boolean decide(
      ScoreLog log, ThresholdSet set, AlertHistory history, int i, IntConsumer raised) {
    double raise = history.raise(log.sessionId(i), log.time(i));
    Decision decision = set.policy().decide(log.subject(i), log.verdict(i), raise);
    if (decision.alert()) {
      raised.accept(i);
    }
    return decision.atLine();
  }
}
