package io.driftline.decide;

import java.util.Objects;

/**
 * A policy and when it begins.
 *
 * @param policy what is set
 * @param from first instant at which it holds, event time in epoch milliseconds; {@link
 *     Long#MIN_VALUE} for any
 */
public record ScheduledPolicy(ThresholdPolicy policy, long from) {

  public ScheduledPolicy {
    Objects.requireNonNull(policy, "policy");
  }

  long version() {
    return policy.version();
  }
}
