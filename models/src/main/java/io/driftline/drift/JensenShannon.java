package io.driftline.drift;

/**
 * How far two distributions are apart (J. Lin, <i>Divergence measures based on the Shannon
 * entropy</i>, IEEE Transactions on Information Theory, 1991).
 */
final class JensenShannon {

  private static final double LN_2 = StrictMath.log(2);

  private JensenShannon() {}

  /**
   * The divergence of two distributions given as counts, JSD = H(M) − (H(P) + H(Q))/2 with M = (P +
   * Q)/2.
   *
   * @param p counts, at least 0, not all 0
   * @param q counts of the same values
   * @return bits, in [0, 1]
   */
  static double divergence(int[] p, int[] q) {
    double pTotal = total(p);
    double qTotal = total(q);
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += part(p[i] / pTotal, q[i] / qTotal);
    }
    return bounded(sum / LN_2);
  }

  /**
   * The same of two distributions given as shares, which add up to 1 each.
   *
   * <p>Values whose shares have the same ratio p/q may be told as one: the divergence stays what it
   * is, since what a value adds is proportional to the pair (p, q).
   *
   * @param p shares, in [0, 1]
   * @param q shares of the same values
   * @return bits, in [0, 1]
   */
  static double divergence(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += part(p[i], q[i]);
    }
    return bounded(sum / LN_2);
  }

  /** What one value adds, in nats. */
  private static double part(double p, double q) {
    return entropy((p + q) / 2) - (entropy(p) + entropy(q)) / 2;
  }

  /** Rounding may lead a little out of the range. */
  private static double bounded(double bits) {
    return Math.min(1, Math.max(0, bits));
  }

  /** Its square root, which is a metric (D. Endres and J. Schindelin, 2003). */
  static double distance(int[] p, int[] q) {
    return Math.sqrt(divergence(p, q));
  }

  /**
   * The log-likelihood ratio for the samples having one distribution against each having its own,
   * G/2 = N·(H(P ∪ Q) − (n_p·H(P) + n_q·H(Q))/N), in nats: the Jensen–Shannon divergence weighted
   * by the samples' sizes.
   */
  static double likelihoodRatio(int[] p, int[] q) {
    double ratio = 0;
    for (int i = 0; i < p.length; i++) {
      ratio += weighed(p[i]) + weighed(q[i]) - weighed(p[i] + q[i]);
    }
    int pTotal = total(p);
    int qTotal = total(q);
    return ratio - weighed(pTotal) - weighed(qTotal) + weighed(pTotal + qTotal);
  }

  static int total(int[] counts) {
    int total = 0;
    for (int count : counts) {
      total += count;
    }
    return total;
  }

  private static double entropy(double share) {
    return share == 0 ? 0 : -share * StrictMath.log(share);
  }

  private static double weighed(int count) {
    return count == 0 ? 0 : count * StrictMath.log(count);
  }
}
