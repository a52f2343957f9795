package io.driftline.drift;

import io.driftline.activity.AgentAction;
import java.util.ArrayList;
import java.util.List;

/** Shows a monitor what happened and closes every day, as the job does. */
final class Watching {

  private Watching() {}

  /** All drift found until the end of the last day before {@code end}. */
  static List<DriftSignal> all(Iterable<AgentAction> actions, long end) {
    return all(new DriftMonitor(DriftSettings.defaults()), actions, end);
  }

  /**
   * The same, by a given monitor.
   *
   * @param actions in order of time, up to a lag of two hours
   */
  static List<DriftSignal> all(DriftMonitor monitor, Iterable<AgentAction> actions, long end) {
    List<DriftSignal> found = new ArrayList<>();
    long day = Long.MIN_VALUE;
    for (AgentAction action : actions) {
      long settled = CalendarDay.of(action.timeMillis() - 2 * 3_600_000L);
      day = day == Long.MIN_VALUE ? settled : day;
      while (day < settled) {
        found.addAll(monitor.close(WorkingAgent.ID, day++));
      }
      monitor.observe(action);
    }
    while (day < end) {
      found.addAll(monitor.close(WorkingAgent.ID, day++));
    }
    return found;
  }
}
