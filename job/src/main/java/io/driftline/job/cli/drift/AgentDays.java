package io.driftline.job.cli.drift;

import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How much an agent did on each day, as the job counts it: an event that comes again is no action.
 *
 * @param agentId the agent
 * @param cohort its peers: kind and purpose
 * @param actions by epoch day, at least 1 each; days without any are left out
 * @param failures those that were refused or failed, likewise
 */
record AgentDays(
    String agentId,
    String cohort,
    NavigableMap<Long, Integer> actions,
    NavigableMap<Long, Integer> failures) {

  AgentDays {
    actions = new TreeMap<>(actions);
    failures = new TreeMap<>(failures);
    if (actions.isEmpty()) {
      throw new IllegalArgumentException("an agent without an action is not known: " + agentId);
    }
  }

  long firstDay() {
    return actions.firstKey();
  }

  /** On how many days it did anything. */
  int activeDays(DayRange range) {
    return actions.subMap(range.from(), true, range.to(), true).size();
  }

  /** How many actions it took. */
  long total(DayRange range) {
    return sum(actions, range);
  }

  /** How many of them were refused or failed. */
  long failed(DayRange range) {
    return sum(failures, range);
  }

  /** From its first to its last day within the range; {@code null} if it did nothing there. */
  DayRange seen(DayRange range) {
    Long first = actions.ceilingKey(range.from());
    return first == null || first > range.to()
        ? null
        : new DayRange(first, actions.floorKey(range.to()));
  }

  private static long sum(NavigableMap<Long, Integer> counts, DayRange range) {
    return counts.subMap(range.from(), true, range.to(), true).values().stream()
        .mapToLong(Integer::longValue)
        .sum();
  }
}
