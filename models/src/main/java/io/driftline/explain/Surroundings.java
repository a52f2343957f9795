package io.driftline.explain;

import java.util.List;

/**
 * What an explanation needs to know of the baselines as they were before the action was learnt.
 *
 * <p>Only surprising values are compared: an action like any other carries none.
 *
 * @param values surprising categorical values
 * @param levels surprising levels
 * @param maturity how far the agent's warm-up has come, in [0, 1]
 * @param actions how many actions the agent's baseline rests on
 * @param peers how many agents the cohort has
 * @param riskyEventId the event that made the session risky before; {@code null} if none did
 */
public record Surroundings(
    List<ValueComparison> values,
    List<LevelComparison> levels,
    double maturity,
    long actions,
    int peers,
    String riskyEventId) {

  public Surroundings {
    values = List.copyOf(values);
    levels = List.copyOf(levels);
    if (!(maturity >= 0 && maturity <= 1)) {
      throw new IllegalArgumentException("maturity must lie in [0, 1], was " + maturity);
    }
  }
}
