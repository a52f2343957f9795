package io.driftline.feature;

import io.driftline.baseline.Baseline;
import io.driftline.baseline.CohortBaseline;
import io.driftline.baseline.DecayedCounts;
import io.driftline.baseline.Dimension;

/** Rarity of a value in bits: the agent's own tail mass, backed off to its peers'. */
final class Rarity {

  private Rarity() {}

  /** The rarity of a value in bits: −log2 of its {@link #share}, at least 0. */
  static double bits(
      Baseline agent,
      double scale,
      CohortBaseline peers,
      Dimension dimension,
      long context,
      long value) {
    return bits(share(agent, scale, peers, dimension, context, value));
  }

  /**
   * The tail mass t = λ·t_agent + (1 − λ)·t_cohort with λ = n / (n + max(1, T)): n observations of
   * T distinct values in this context, so that an agent is judged by its peers until it has a
   * history of its own.
   *
   * @return a share in (0, 1]
   */
  static double share(
      Baseline agent,
      double scale,
      CohortBaseline peers,
      Dimension dimension,
      long context,
      long value) {
    double cohort = peers.tailMass(dimension, context, value);
    DecayedCounts own = agent.counts(dimension).in(context);
    if (own == null) {
      return cohort;
    }
    double n = own.total(scale);
    double lambda = n / (n + Math.max(1, own.distinct()));
    return lambda * own.tailMass(value, scale) + (1 - lambda) * cohort;
  }

  /** −log2 of a share in (0, 1]. */
  static double bits(double share) {
    return Math.max(0, -Math.log(share) / Math.log(2));
  }

  /**
   * Surprise at a value {@code z} standard deviations above the mean, whatever the distribution:
   * Cantelli's inequality bounds the share beyond by 1 / (1 + z²).
   *
   * @return bits, 0 at or below the mean
   */
  static double bitsAbove(double z) {
    return z <= 0 ? 0 : Math.log1p(z * z) / Math.log(2);
  }
}
