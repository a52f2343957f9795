package io.driftline.job.tune;

import io.driftline.decide.ThresholdPolicy;
import io.driftline.decide.ThresholdPolicyCodec;
import java.util.Objects;

/**
 * A policy that somebody published.
 *
 * @param version of the policy, from 1
 * @param from first instant at which it holds, event time in epoch milliseconds; {@code null} if
 *     the message names none
 * @param time of the message, epoch milliseconds
 * @param bytes the policy's stored form
 */
public record PublishedPolicy(long version, Long from, long time, byte[] bytes) {

  public PublishedPolicy {
    Objects.requireNonNull(bytes, "bytes");
  }

  /** What was published. */
  public static PublishedPolicy of(ThresholdPolicy policy, Long from, long time) {
    return new PublishedPolicy(policy.version(), from, time, ThresholdPolicyCodec.encode(policy));
  }

  /** The policy itself. */
  public ThresholdPolicy policy() {
    return ThresholdPolicyCodec.decode(bytes);
  }
}
