package io.driftline.feature;

import io.driftline.baseline.Baseline;
import io.driftline.baseline.DecayedMoments;
import io.driftline.baseline.Observation;

/** How far pace, volume and silence of an action are above the agent's own. */
public final class Levels {

  /** Spread below which a deviation is not worth a word: a factor e^0.25 ≈ 1.28. */
  private static final double LEAST_SPREAD = 0.25;

  private static final double MILLIS_PER_MINUTE = 60_000;

  private Levels() {}

  /** Minutes since the agent's latest action; 0 for a first or late action. */
  public static double pauseMinutes(Observation seen, Baseline agent) {
    return agent.pauseBefore(seen.action().timeMillis()) / MILLIS_PER_MINUTE;
  }

  /** Surprise at the pace, in bits. */
  static double rate(Observation seen, Baseline agent, double scale) {
    double level = Math.log(agent.rateLevelAt(seen.action().timeMillis()));
    return surprise(level, agent.rate(), scale);
  }

  /** Surprise at the volume, in bits; 0 for an action that moves nothing. */
  static double bytes(Observation seen, Baseline agent, double scale) {
    Long moved = seen.action().bytes();
    DecayedMoments usual = agent.usualBytes(seen.actionKey(), scale);
    return moved == null || usual == null ? 0 : surprise(Math.log1p(moved), usual, scale);
  }

  /**
   * Surprise at the pause before the action, in bits; 0 within a session. The pauses count as they
   * did when it began: a long silence must not fade what it is compared with.
   */
  static double silence(Observation seen, Baseline agent) {
    return agent.pauseBefore(seen.action().timeMillis()) <= Baseline.SHORT_PAUSE_MILLIS
        ? 0
        : surprise(
            Math.log(pauseMinutes(seen, agent)), agent.pauses(), agent.scale(agent.lastSeen()));
  }

  private static double surprise(double x, DecayedMoments usual, double scale) {
    return usual.count(scale) < Baseline.FEWEST
        ? 0
        : Rarity.bitsAbove((x - usual.mean()) / Math.max(LEAST_SPREAD, usual.deviation()));
  }
}
