package io.driftline.job.cli.drift;

import io.driftline.drift.DriftEvent;
import io.driftline.drift.DriftSettings;
import java.util.Comparator;
import java.util.List;

/**
 * An agent and how it drifted.
 *
 * @param agent all its days
 * @param range the days in question; what happened before is what they are compared with
 * @param drifts found on these days, in order of time
 */
record Timeline(AgentDays agent, DayRange range, List<DriftEvent> drifts) {

  private static final Comparator<DriftEvent> ORDER =
      Comparator.comparingLong((DriftEvent event) -> event.signal().found())
          .thenComparing(event -> event.signal().kind())
          .thenComparing(event -> event.signal().dimension());

  Timeline {
    drifts = List.copyOf(drifts);
  }

  /** What of {@code drifts} is this agent's and lies in the range. */
  static Timeline of(AgentDays agent, DayRange range, List<DriftEvent> drifts) {
    return new Timeline(
        agent,
        range,
        drifts.stream()
            .filter(event -> event.agent().id().equals(agent.agentId()))
            .filter(event -> range.contains(DayRange.dayOf(event)))
            .sorted(ORDER)
            .toList());
  }

  /** For how many days the agent was known when a drift was found. */
  long daysKnown(DriftEvent event) {
    return DayRange.dayOf(event) - agent.firstDay() + 1;
  }

  /** Whether the agent was known for too few days by then to tell whether it drifts. */
  boolean tooShort(DriftSettings settings) {
    DayRange seen = agent.seen(range);
    return seen != null
        && seen.to() - agent.firstDay() + 1 < settings.recentDays() + settings.leastReferenceDays();
  }
}
