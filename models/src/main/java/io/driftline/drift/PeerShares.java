package io.driftline.drift;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the agents of a cohort share out their work over the values of a dimension. Each agent counts
 * the same, however much it does.
 *
 * <p>An agent is compared with the others without itself: in a small cohort it would otherwise be
 * much of what it is compared with.
 */
final class PeerShares {

  /**
   * Shares are multiples of 2⁻⁴⁰: sums of up to 2¹² of them are exact, so that their order makes no
   * difference and what remains without one agent is exactly what the others add.
   */
  private static final double UNIT = 0x1p-40;

  /**
   * Few hours are far from any mean by chance alone, and further the fewer they are: without this
   * an agent would drift away whenever it has a quiet week. It is the posterior mean under a
   * Dirichlet prior with the others' shares as its mean and so many hours as its weight (T.
   * Ferguson, <i>A Bayesian analysis of some nonparametric problems</i>, Annals of Statistics,
   * 1973).
   */
  private static final double PRIOR_HOURS = 30;

  private static final int MOST_CHANGES = 6;
  private static final double LEAST_CHANGE = 0.005;

  private final Collection<ValueHours> agents;
  private final Map<Long, Double> sums = new HashMap<>();

  /**
   * @param agents the hours of use of each agent, at most 2¹² agents
   */
  PeerShares(Collection<ValueHours> agents) {
    this.agents = agents;
    for (ValueHours agent : agents) {
      double[] shares = shares(agent);
      for (int i = 0; i < shares.length; i++) {
        sums.merge(agent.keys()[i], shares[i], Double::sum);
      }
    }
  }

  /** How many others each agent has. */
  int others() {
    return agents.size() - 1;
  }

  /**
   * The Jensen–Shannon distance of one of the agents from the mean of the others' shares, the agent
   * taken as if it had worked like the others for {@value #PRIOR_HOURS} hours more.
   *
   * @return in [0, 1]
   */
  double distance(ValueHours agent) {
    double[] own = shares(agent);
    double doubt = PRIOR_HOURS / (agent.total() + PRIOR_HOURS);
    double[] p = new double[own.length + 1];
    double[] q = new double[own.length + 1];
    double rest = 1;
    for (int i = 0; i < own.length; i++) {
      q[i] = others(agent.keys()[i], own[i]);
      p[i] = (1 - doubt) * own[i] + doubt * q[i];
      rest -= q[i];
    }
    q[own.length] = Math.max(0, rest);
    p[own.length] = doubt * q[own.length];
    return Math.sqrt(JensenShannon.divergence(p, q));
  }

  /**
   * The values in which one of the agents differs most from the others: {@code before} is the
   * others' mean share, {@code after} the agent's.
   */
  List<ShareChange> changes(ValueHours agent) {
    Map<Long, Double> own = new HashMap<>();
    double[] shares = shares(agent);
    for (int i = 0; i < shares.length; i++) {
      own.put(agent.keys()[i], shares[i]);
    }
    return largest(
        labels().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(value -> change(value, own.getOrDefault(value.getKey(), 0.0))));
  }

  private ShareChange change(Map.Entry<Long, String> value, double own) {
    return new ShareChange(value.getValue(), others(value.getKey(), own), own, null);
  }

  private static List<ShareChange> largest(Stream<ShareChange> changes) {
    return changes
        .filter(change -> size(change) >= LEAST_CHANGE)
        .sorted(Comparator.comparingDouble(change -> -size(change)))
        .limit(MOST_CHANGES)
        .toList();
  }

  private static double size(ShareChange change) {
    return Math.abs(change.after() - change.before());
  }

  private double others(long key, double own) {
    return (sums.get(key) - own) / others();
  }

  private Map<Long, String> labels() {
    Map<Long, String> labels = new HashMap<>();
    agents.forEach(agent -> agent.putLabels(labels));
    return labels;
  }

  private static double[] shares(ValueHours agent) {
    double[] shares = new double[agent.size()];
    double total = agent.total();
    for (int i = 0; i < shares.length; i++) {
      shares[i] = Math.rint(agent.hours()[i] / total / UNIT) * UNIT;
    }
    return shares;
  }
}
