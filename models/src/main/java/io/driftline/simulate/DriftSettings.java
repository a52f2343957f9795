package io.driftline.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * An enterprise in which some agents change slowly. The same settings give the same actions, byte
 * for byte.
 *
 * @param enterprise what to simulate, without attacks
 * @param agentsPerScript how many agents follow each {@link DriftScript}, at least 0; all others
 *     are stable
 * @param firstOnset the earliest day of the span, from 0, on which a change may begin, at least 1
 * @param lastOnset the latest such day, before the end of the span
 */
public record DriftSettings(
    SimulationSettings enterprise, int agentsPerScript, int firstOnset, int lastOnset) {
  private static final int SCRIPTS = DriftScript.values().length;

  public DriftSettings {
    if (!enterprise.attacks().isEmpty()) {
      throw new IllegalArgumentException(
          "attacks must be empty where drift is simulated, were " + enterprise.attacks());
    }
    if (agentsPerScript < 0 || agentsPerScript * SCRIPTS > enterprise.agents()) {
      throw new IllegalArgumentException(
          "agentsPerScript must be at least 0 and leave room for %d scripts among %d agents, was %d"
              .formatted(SCRIPTS, enterprise.agents(), agentsPerScript));
    }
    if (firstOnset < 1 || firstOnset > lastOnset || lastOnset >= enterprise.days()) {
      throw new IllegalArgumentException(
          "onsets must lie in days 1 to %d in order, were %d to %d"
              .formatted(enterprise.days() - 1, firstOnset, lastOnset));
    }
  }

  /**
   * A tenth of the agents for each script, and onsets from three eighths to seven twelfths of the
   * span.
   */
  public static DriftSettings of(SimulationSettings enterprise) {
    int days = enterprise.days();
    return new DriftSettings(
        enterprise,
        enterprise.agents() / 10,
        Math.max(1, days * 3 / 8),
        Math.max(1, days * 7 / 12));
  }

  /**
   * 200 agents and 200 people over 120 days from Monday 2026-01-05, at a pace of 40 actions a day;
   * 20 agents for each script, with onsets in days 45 to 70.
   */
  public static DriftSettings defaults() {
    return of(
        new SimulationSettings(
            1, 200, 200, 120, Instant.parse("2026-01-05T00:00:00Z"), 40, Set.of(), 0.5));
  }

  public DriftSettings withSeed(long seed) {
    return new DriftSettings(enterprise.withSeed(seed), agentsPerScript, firstOnset, lastOnset);
  }

  /** The first instant of a day of the span, from 0. */
  Instant midnight(int day) {
    return enterprise.start().plus(Duration.ofDays(day));
  }
}
