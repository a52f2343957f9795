package io.driftline.job.cli.drift;

import java.util.List;
import java.util.OptionalLong;

/**
 * How long it took to find the drifts of several agents. Those never found count as found after all
 * others, so leaving the hard ones unfound does not make the rest look quick.
 *
 * @param agents how many drifted
 * @param found the delays of those found, in days, ascending; at most {@code agents}
 */
record Delays(int agents, List<Long> found) {

  Delays {
    found = found.stream().sorted().toList();
    if (found.size() > agents) {
      throw new IllegalArgumentException(
          "at most all of " + agents + " agents can be found, were " + found.size());
    }
  }

  static Delays of(List<AgentVerdicts> drifting) {
    return new Delays(
        drifting.size(),
        drifting.stream()
            .map(AgentVerdicts::delay)
            .flatMap(delay -> delay.stream().boxed())
            .toList());
  }

  /**
   * After how many days the given share of all was found (nearest rank); empty if so many never
   * were.
   *
   * @param share in (0, 1]
   */
  OptionalLong quantile(double share) {
    int rank = (int) Math.ceil(share * agents);
    return rank < 1 || rank > found.size()
        ? OptionalLong.empty()
        : OptionalLong.of(found.get(rank - 1));
  }
}
