package io.driftline.job.cli.forward;

import java.time.Duration;

/**
 * When a record that cannot be delivered is given up: after so many attempts, and not before so
 * much time has passed. The time spans short outages of the receiver; the attempts see to it that
 * one record is not given up because others kept it waiting.
 *
 * @param attempts 0 for ever
 * @param time since the first attempt
 */
record Patience(int attempts, Duration time) {

  Patience {
    if (attempts < 0) {
      throw new IllegalArgumentException("max-attempts must be at least 0, was " + attempts);
    }
    if (time.isNegative()) {
      throw new IllegalArgumentException("give-up-after must not be negative, was " + time);
    }
  }

  /** Whether a delivery has been tried enough. */
  boolean isOver(Delivery delivery, long now) {
    return attempts > 0 && delivery.attempts() >= attempts && delivery.age(now) >= time.toMillis();
  }
}
