package io.driftline.job.drift;

import io.driftline.drift.DayMix;
import io.driftline.drift.DriftDimension;
import java.util.Objects;

/**
 * What a cohort learns of one of its agents: what it did of late, or that its being different was
 * accepted; exactly one of the two.
 *
 * @param cohort the agent's peers
 * @param mix what it did; {@code null} if something was accepted
 * @param agentId who was accepted as it is; {@code null} if {@code mix} tells
 * @param dimension in what; {@code null} if {@code mix} tells
 */
public record PeerNews(String cohort, DayMix mix, String agentId, DriftDimension dimension) {

  public PeerNews {
    Objects.requireNonNull(cohort, "cohort");
    if ((mix == null) == (agentId == null)) {
      throw new IllegalArgumentException("either a mix or an accepted agent must be there");
    }
  }

  static PeerNews of(String cohort, DayMix mix) {
    return new PeerNews(cohort, mix, null, null);
  }

  static PeerNews accepted(String cohort, DriftAcceptance acceptance) {
    return new PeerNews(cohort, null, acceptance.agentId(), acceptance.dimension());
  }
}
