package io.driftline.simulate;

import io.driftline.posture.FindingSubject;
import io.driftline.posture.PostureRule;
import java.util.Objects;

/**
 * The truth about one violation of a rule.
 *
 * @param rule what is violated
 * @param agentId by whom
 * @param subject in what; as narrow as the violation allows
 * @param knownFrom the earliest time at which it can be known, epoch milliseconds
 * @param companion whether it is here only because another violation of the same agent entails it:
 *     a grant that is used after it has expired has expired
 */
public record PlantedViolation(
    PostureRule rule, String agentId, FindingSubject subject, long knownFrom, boolean companion) {

  public PlantedViolation {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(agentId, "agentId");
    Objects.requireNonNull(subject, "subject");
  }
}
