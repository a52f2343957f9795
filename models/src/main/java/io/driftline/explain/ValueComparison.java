package io.driftline.explain;

import io.driftline.baseline.Dimension;
import java.util.List;
import java.util.Objects;

/**
 * A value of this action beside what is usual: the numbers behind a rarity.
 *
 * @param dimension what is compared
 * @param observed the value in clear; {@code null} when the action has none
 * @param count how often the agent had it, decayed, at least 0
 * @param total how often the agent had any value in this context, decayed
 * @param distinct how many different values the agent had in this context
 * @param usual the agent's most frequent values, at most three, most frequent first
 * @param peersUsing how many agents of the cohort use the value
 * @param peers how many agents the cohort has
 * @param onProbation whether the value counts as new though it was had before: something sensitive
 *     that has not recurred on enough days yet
 */
public record ValueComparison(
    Dimension dimension,
    String observed,
    double count,
    double total,
    int distinct,
    List<UsualValue> usual,
    int peersUsing,
    int peers,
    boolean onProbation) {

  public ValueComparison {
    Objects.requireNonNull(dimension, "dimension");
    usual = List.copyOf(usual);
  }

  /** The same beside the numbers of the cohort. */
  ValueComparison among(int using, int agents) {
    return new ValueComparison(
        dimension, observed, count, total, distinct, usual, using, agents, onProbation);
  }

  /** The same, counted as new or not. */
  ValueComparison onProbation(boolean held) {
    return new ValueComparison(
        dimension, observed, count, total, distinct, usual, peersUsing, peers, held);
  }

  /** The share of the agent's actions in this context that have the value, in [0, 1]. */
  public double share() {
    return total > 0 ? Math.min(1, count / total) : 0;
  }

  /**
   * A frequent value.
   *
   * @param value in clear; {@code null} for "none given"
   * @param share of the agent's actions in this context, in [0, 1]
   */
  public record UsualValue(String value, double share) {}
}
