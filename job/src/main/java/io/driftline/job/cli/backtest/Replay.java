package io.driftline.job.cli.backtest;

import io.driftline.decide.AlertHistory;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;

/**
 * Decides anew what is raised of actions that were scored before: learning depends on nothing but
 * the activity, so another alert line changes no score. The line is raised for agents whose
 * sessions reach it often, exactly as the job does it.
 */
final class Replay {

  private static final double HIGHEST_LINE = 100;

  private Replay() {}

  /**
   * Tells {@code raised} each action that is raised, agent by agent.
   *
   * @param line the alert line of an action before it is raised, 0 to 100
   */
  static void run(ScoreLog log, IntToDoubleFunction line, IntConsumer raised) {
    for (int agent = 0; agent < log.agents().size(); agent++) {
      AlertHistory history = new AlertHistory();
      for (int i = log.from(agent); i < log.to(agent); i++) {
        boolean atLine = log.score(i) >= line.applyAsDouble(i);
        if (atLine && log.score(i) >= raisedLine(log, line.applyAsDouble(i), history, i)) {
          raised.accept(i);
        }
        history.note(log.sessionId(i), log.time(i), atLine);
      }
    }
  }

  private static double raisedLine(ScoreLog log, double line, AlertHistory history, int i) {
    return Math.min(HIGHEST_LINE, line + history.raise(log.sessionId(i), log.time(i)));
  }
}
