package io.driftline.job.cli.drift;

import io.driftline.job.evaluate.Spread;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was raised on agents that had not changed: stable ones, and others before their onset. The
 * warm-up is left out.
 *
 * @param alarms how many
 * @param agentYears how long such agents were watched, in years of 365 days; at least 0
 * @param perYearBySeed alarms per agent-year, enterprise by enterprise
 * @param byLabel how many of each kind and dimension
 */
record FalseAlarms(
    long alarms, double agentYears, Spread perYearBySeed, SortedMap<String, Long> byLabel) {
  private static final double DAYS_PER_YEAR = 365;

  FalseAlarms {
    byLabel = Collections.unmodifiableSortedMap(new TreeMap<>(byLabel));
  }

  /**
   * @param runs the verdicts on every agent, one list for each enterprise
   * @param firstDay the first day after the warm-up, since the epoch
   * @param end the first day after the span
   */
  static FalseAlarms of(List<List<AgentVerdicts>> runs, long firstDay, long end) {
    List<AgentVerdicts> all = runs.stream().flatMap(List::stream).toList();
    TreeMap<String, Long> byLabel = new TreeMap<>();
    for (AgentVerdicts agent : all) {
      agent
          .falseAlarms(firstDay)
          .forEach(each -> byLabel.merge(each.found().label(), 1L, Long::sum));
    }
    return new FalseAlarms(
        alarms(all, firstDay),
        years(all, firstDay, end),
        Spread.of(runs.stream().map(run -> perYear(run, firstDay, end)).toList()),
        byLabel);
  }

  /** Per agent-year; empty if no unchanged agent was watched after the warm-up. */
  OptionalDouble perYear() {
    return perYear(alarms, agentYears);
  }

  private static OptionalDouble perYear(List<AgentVerdicts> agents, long firstDay, long end) {
    return perYear(alarms(agents, firstDay), years(agents, firstDay, end));
  }

  private static OptionalDouble perYear(long alarms, double years) {
    return years == 0 ? OptionalDouble.empty() : OptionalDouble.of(alarms / years);
  }

  private static long alarms(List<AgentVerdicts> agents, long firstDay) {
    return agents.stream().mapToLong(agent -> agent.falseAlarms(firstDay).size()).sum();
  }

  private static double years(List<AgentVerdicts> agents, long firstDay, long end) {
    return agents.stream().mapToLong(agent -> agent.unchangedDays(firstDay, end)).sum()
        / DAYS_PER_YEAR;
  }
}
