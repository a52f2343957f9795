package io.driftline.job.drift;

import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftKind;
import java.util.Objects;

/**
 * Somebody's word that a drift is all right: what the agent does now is its reference.
 *
 * @param agentId whose drift
 * @param kind which kind of drift
 * @param dimension in what
 * @param time when it was said, epoch milliseconds
 */
public record DriftAcceptance(String agentId, DriftKind kind, DriftDimension dimension, long time) {

  public DriftAcceptance {
    Objects.requireNonNull(agentId, "agentId");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(dimension, "dimension");
  }
}
