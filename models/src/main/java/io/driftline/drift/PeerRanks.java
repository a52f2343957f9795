package io.driftline.drift;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.DoubleStream;

/**
 * How easily chance alone takes an agent as far from its peers, by rank among what the whole cohort
 * did: a permutation test (P. Good, <i>Permutation, parametric, and bootstrap tests of
 * hypotheses</i>, 2005) with every one of the permutations.
 *
 * <p>Distances of neighbouring days say the same thing several times, since each is that of a
 * window of a week. So weeks are the units, not days: of each agent only the windows are taken that
 * end today, a week ago, two weeks ago and so on, which have no day in common. If nothing changes,
 * an agent's weeks can change places, and today's deviation from the mean of its other weeks is one
 * of as many as there are agents and weeks. That deviations of different agents can stand beside
 * each other is assumed; quiet agents vary more than busy ones, so for those p comes out too small.
 */
final class PeerRanks {

  private static final int LEAST_WEEKS = 3;

  private final double[] deviations;

  /**
   * @param histories weekly distances of each agent, today's first
   */
  PeerRanks(Collection<double[]> histories) {
    this.deviations = histories.stream().flatMapToDouble(PeerRanks::deviations).sorted().toArray();
  }

  /** Of each week from the mean of the others; none where there are too few. */
  private static DoubleStream deviations(double[] weeks) {
    return weeks.length < LEAST_WEEKS
        ? DoubleStream.empty()
        : Arrays.stream(weeks).map(week -> deviation(week, weeks));
  }

  private static double deviation(double week, double[] weeks) {
    double others = (Arrays.stream(weeks).sum() - week) / (weeks.length - 1);
    return week - others;
  }

  /**
   * The share of deviations that are as large as an agent's today's; today's itself is one of them.
   *
   * @param weeks its distances, today's first
   * @return a p-value, in (0, 1]; 1 if there are too few weeks
   */
  double significance(double[] weeks) {
    if (weeks.length < LEAST_WEEKS) {
      return 1;
    }
    double today = deviation(weeks[0], weeks);
    long asLarge = Arrays.stream(deviations).filter(each -> each >= today).count();
    return (double) asLarge / deviations.length;
  }
}
