package io.driftline.feature;

import io.driftline.baseline.Baseline;
import io.driftline.baseline.CohortBaseline;
import io.driftline.baseline.DecayedCounts;
import io.driftline.baseline.Dimension;

/**
 * How rare the values of an action are: the agent's own tail mass, backed off to its peers' and to
 * a parent's.
 *
 * @param scale turns its weights into counts, see {@link Baseline#scale}
 * @param peers its cohort before the action
 * @param familiar whether the agent's use of the very resource counts, see {@link
 *     Baseline#vouchesFor}; if not, it is as rare as a new one
 * @param vouched whether the peers' use of it counts, see {@link CohortBaseline#vouchesFor}
 */
record Rarity(double scale, CohortBaseline peers, boolean familiar, boolean vouched) {

  /**
   * The tail mass t = λ·t_agent + (1 − λ)·t_cohort with λ = n / (n + max(1, T)): n observations of
   * T distinct values in this context, so that an agent is judged by its peers until it has a
   * history of its own.
   *
   * @param own the agent's counts in the context; {@code null} if there are none
   * @param place of the context, see {@link CohortBaseline#placeOf}
   * @return a share in (0, 1]
   */
  double share(Dimension dimension, DecayedCounts own, int place, long value) {
    double cohort =
        vouched || !dimension.ofResource()
            ? peers.tailMassAt(dimension, place, value)
            : peers.tailMassOfNewAt(dimension, place);
    if (own == null) {
      return cohort;
    }
    double tail = familiar || !dimension.ofResource() ? own.tailMass(value, scale) : 0;
    double n = own.total(scale);
    double distinct = own.distinct();
    double usual = tail > 0 ? tail : distinct / (n + distinct);
    double lambda = n / (n + Math.max(1, distinct));
    return lambda * usual + (1 - lambda) * cohort;
  }

  /**
   * The tail mass of a value in a context, backed off to that of its parent as far as the context
   * is unknown to agent and peers: μ·t + (1 − μ)·t_parent with μ = n / (n + 1). What was done for
   * the first time was done to something for the first time, too.
   *
   * @param parent tail mass of what the value implies, in (0, 1]
   * @return a share in (0, 1]
   */
  double shareGiven(Dimension dimension, DecayedCounts own, int place, long value, double parent) {
    double share = share(dimension, own, place, value);
    double n = (own == null ? 0 : own.total(scale)) + peers.totalAt(dimension, place);
    double known = n / (n + 1);
    return known * share + (1 - known) * parent;
  }

  /** −log2 of a share in (0, 1]. */
  static double bits(double share) {
    return Math.max(0, -Math.log(share) / Math.log(2));
  }

  /**
   * Surprise at a value {@code z} standard deviations above the mean, as under an exponential tail:
   * the share beyond is e^−z.
   *
   * @return bits, 0 at or below the mean
   */
  static double bitsAbove(double z) {
    return z <= 0 ? 0 : z / Math.log(2);
  }
}
