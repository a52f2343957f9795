package io.driftline.job.cli.backtest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The alerts of one agent that the job raised.
 *
 * @param agent whose
 * @param actions in the window
 * @param alerts in the window
 * @param sessions with an alert
 * @param highest score of an alert, 0 to 100
 * @param maturity how far its warm-up had come at its latest action, in whole percent
 */
record AgentAlerts(
    SeenAgent agent, int actions, int alerts, int sessions, double highest, int maturity) {

  /** The agents with an alert, those with most alerts first. */
  static List<AgentAlerts> of(ScoreLog log, Window window) {
    List<AgentAlerts> all = new ArrayList<>();
    for (int agent = 0; agent < log.agents().size(); agent++) {
      AgentAlerts alerts = of(log, window, agent);
      if (alerts.alerts > 0) {
        all.add(alerts);
      }
    }
    all.sort(
        Comparator.comparingInt(AgentAlerts::alerts)
            .reversed()
            .thenComparing(each -> each.agent().id()));
    return all;
  }

  private static AgentAlerts of(ScoreLog log, Window window, int agent) {
    int actions = 0;
    int alerts = 0;
    int maturity = 0;
    double highest = 0;
    BitSet sessions = new BitSet();
    for (int i = log.from(agent); i < log.to(agent); i++) {
      if (window.contains(log.time(i))) {
        actions++;
        maturity = log.maturity(i);
        if (log.isAlert(i)) {
          alerts++;
          sessions.set(log.session(i));
          highest = Math.max(highest, Math.min(100, log.score(i)));
        }
      }
    }
    return new AgentAlerts(
        log.agents().get(agent), actions, alerts, sessions.cardinality(), highest, maturity);
  }
}
