package io.driftline.job.cli.drift;

import io.driftline.activity.AgentAction;
import java.util.List;

/** What the study watches one agent with. */
public interface WatchedAgent {

  /** Notes one action; the actions of a UTC day come in any order, those of a day before never. */
  void observe(AgentAction action);

  /**
   * Judges a UTC day that is over. Called for every day in order, also for one without actions.
   *
   * @param epochDay days since 1970-01-01
   * @return the drifts found by the end of this day and not before; mostly none
   */
  List<Found> closeDay(long epochDay);

  /** Begins to watch an agent. Used by several threads, each with agents of its own. */
  @FunctionalInterface
  interface Factory {

    /**
     * @param sensitivity how easily it alarms, above 0; 1 is the default
     */
    WatchedAgent watch(String agentId, double sensitivity);
  }
}
