package io.driftline.job.cli.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One UTC day of the window.
 *
 * @param day counted from the epoch
 * @param actions taken on it
 * @param agents that took them
 * @param maturity how far the warm-up of the agents had come, mean over the actions, in [0, 1]
 * @param warm whether at least {@value #MATURE_SHARE} of the actions were taken by agents whose
 *     warm-up was over
 */
record Day(int day, int actions, int agents, double maturity, boolean warm) {

  /** From which share of actions by mature agents on a day tells what is usual. */
  static final double MATURE_SHARE = 0.8;

  private static final int FULL = 100;

  /** The days of the window, the first one first. */
  static List<Day> of(ScoreLog log, Window window) {
    Sums sums = new Sums(window.days());
    for (int agent = 0; agent < log.agents().size(); agent++) {
      for (int i = log.from(agent); i < log.to(agent); i++) {
        if (window.contains(log.time(i))) {
          sums.add(window.indexOf(log.day(i)), agent, log.maturity(i));
        }
      }
    }
    return sums.days(window.firstDay());
  }

  private static final class Sums {
    private final int[] actions;
    private final int[] mature;
    private final int[] agents;
    private final int[] lastAgent;
    private final long[] percents;

    Sums(int days) {
      actions = new int[days];
      mature = new int[days];
      agents = new int[days];
      percents = new long[days];
      lastAgent = new int[days];
      Arrays.fill(lastAgent, -1);
    }

    void add(int day, int agent, int percent) {
      actions[day]++;
      percents[day] += percent;
      mature[day] += percent == FULL ? 1 : 0;
      agents[day] += lastAgent[day] == agent ? 0 : 1;
      lastAgent[day] = agent;
    }

    List<Day> days(int first) {
      List<Day> days = new ArrayList<>();
      for (int i = 0; i < actions.length; i++) {
        double maturity = actions[i] == 0 ? 0 : percents[i] / (double) FULL / actions[i];
        boolean warm = actions[i] > 0 && mature[i] >= MATURE_SHARE * actions[i];
        days.add(new Day(first + i, actions[i], agents[i], maturity, warm));
      }
      return days;
    }
  }
}
