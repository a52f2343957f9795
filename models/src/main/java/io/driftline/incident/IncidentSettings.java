package io.driftline.incident;

import io.driftline.posture.Severity;
import java.io.Serializable;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * When incidents open and close, and how many may call somebody. Days are those of event time, in
 * UTC.
 *
 * @param quietMillis an incident in which nothing was raised for this long is over; more than 0
 * @param coolDownMillis what fits an incident that was closed less than this ago reopens it; at
 *     least 0
 * @param openFrom a milder incident is not told, and a milder signal reopens none
 * @param evidence how much the signals of an incident weigh together before it is told, see {@link
 *     SignalWeight}; more than 0
 * @param perAgentPerDay incidents of one agent that are told on one day; at least 1
 * @param perDay incidents of all agents together that are told on one day; at least 1
 * @param exemptFrom incidents of this severity on are told whatever was told before, and count; so
 *     a flood of lesser ones hides none of them
 */
public record IncidentSettings(
    long quietMillis,
    long coolDownMillis,
    Severity openFrom,
    double evidence,
    int perAgentPerDay,
    int perDay,
    Severity exemptFrom)
    implements Serializable {

  public IncidentSettings {
    require(quietMillis > 0, "quietMillis must be more than 0", quietMillis);
    require(coolDownMillis >= 0, "coolDownMillis must be at least 0", coolDownMillis);
    Objects.requireNonNull(openFrom, "openFrom");
    require(evidence > 0, "evidence must be more than 0", evidence);
    require(perAgentPerDay >= 1, "perAgentPerDay must be at least 1", perAgentPerDay);
    require(perDay >= 1, "perDay must be at least 1", perDay);
    Objects.requireNonNull(exemptFrom, "exemptFrom");
  }

  /**
   * Over after 4 hours, reopened within a week, opened from medium on and told with two anomalies
   * or one that is grave, 3 a day for an agent and 20 for all. Only critical ones are exempt: most
   * findings are high, so that a budget from which high ones were exempt would hold back next to
   * nothing.
   */
  public static IncidentSettings defaults() {
    return new IncidentSettings(
        TimeUnit.HOURS.toMillis(4),
        TimeUnit.DAYS.toMillis(7),
        Severity.MEDIUM,
        1,
        3,
        20,
        Severity.CRITICAL);
  }

  private static void require(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException("incident settings: " + rule + ", was " + value);
    }
  }
}
