package io.driftline.explain;

import java.util.List;
import java.util.Objects;

/**
 * Why an action was raised, in words that a person can act on. Sentences hold no control
 * characters, whatever the event held.
 *
 * @param summary one sentence: who did what, and why that is unusual
 * @param happened what the event says, in one sentence
 * @param usual one sentence with numbers per surprising side, those that carried the score first
 * @param peers how the agents of the cohort compare
 * @param contributions at most five, biggest first; empty if nothing raised the score
 * @param evidence event ids as they were received: this event, then the one that made the session
 *     risky, if any
 * @param counterfactual what would have kept the score below the alert line
 * @param maturity how far the agent's warm-up had come, in [0, 1]
 * @param warmUp what an immature baseline means for the alert; {@code null} once mature
 * @param basis which detector and model the score comes from
 */
public record Explanation(
    String summary,
    String happened,
    List<String> usual,
    String peers,
    List<Contribution> contributions,
    List<String> evidence,
    String counterfactual,
    double maturity,
    String warmUp,
    String basis) {

  public Explanation {
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(happened, "happened");
    Objects.requireNonNull(peers, "peers");
    Objects.requireNonNull(counterfactual, "counterfactual");
    Objects.requireNonNull(basis, "basis");
    usual = List.copyOf(usual);
    contributions = List.copyOf(contributions);
    evidence = List.copyOf(evidence);
  }
}
