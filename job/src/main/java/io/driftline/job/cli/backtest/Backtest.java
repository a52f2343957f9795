package io.driftline.job.cli.backtest;

import io.driftline.decide.Anomaly;
import io.driftline.drift.DriftEvent;
import java.util.List;

/**
 * All that a report tells.
 *
 * @param source what was replayed
 * @param window what the report is about
 * @param agentsSeen how many agents there were, over all the activity
 * @param days of the window
 * @param sets of thresholds; the first is the one with which the job ran
 * @param curve what one line for all agents would have raised
 * @param budgets suggested lines
 * @param budgetDays days without warm-up, on which the suggestions rest
 * @param truth what the labels say; {@code null} without labels
 * @param agents with alerts of the first set, those with most first
 * @param features of the alerts of the first set
 * @param alerts of the first set, in order of event time
 * @param drift in order of event time
 * @param counts of what else the job told
 */
record Backtest(
    Source source,
    Window window,
    int agentsSeen,
    List<Day> days,
    List<SetResult> sets,
    AlertCurve curve,
    List<Suggestion> budgets,
    int budgetDays,
    TruthCounts truth,
    List<AgentAlerts> agents,
    List<FeatureAlerts> features,
    List<Anomaly> alerts,
    List<DriftEvent> drift,
    OtherCounts counts) {

  /**
   * What was replayed.
   *
   * @param activity names of the files, or of the topic
   * @param seed of the job
   */
  record Source(List<String> activity, long seed) {}

  /**
   * What else the job told.
   *
   * @param incidents that were opened in the window
   * @param findings records, over all the activity
   * @param refused records of the activity
   */
  record OtherCounts(int incidents, int findings, int refused) {}

  /** Actions in the window. */
  long actions() {
    return days.stream().mapToLong(Day::actions).sum();
  }
}
