package io.driftline.job.cli.forward;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a record is sent again: a uniformly random time of up to {@code first},
 * then twice that, and so on up to {@code longest} ("full jitter": M. Brooker, <a
 * href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential
 * Backoff And Jitter</a>, AWS Architecture Blog, 2015).
 *
 * <p>What the receiver asks for with {@code Retry-After} comes on top, so that those who were all
 * told the same do not all come back at once.
 */
record Backoff(Duration first, Duration longest, RandomGenerator random) {

  /** Doubling further would change nothing and overflow some day. */
  private static final int MOST_DOUBLINGS = 30;

  Backoff {
    if (first.toMillis() <= 0 || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "waits must be positive and grow, were %s to %s".formatted(first, longest));
    }
  }

  /** Waits of up to half a second at first and up to a minute at last. */
  static Backoff usual(RandomGenerator random) {
    return new Backoff(Duration.ofMillis(500), Duration.ofMinutes(1), random);
  }

  /**
   * The wait after a failed attempt.
   *
   * @param attempts how many there were; at least 1
   */
  Duration after(int attempts, Answer answer) {
    long doubled = first.toMillis() << Math.min(attempts - 1, MOST_DOUBLINGS);
    long most = Math.min(doubled, longest.toMillis());
    return answer.retryAfter().plusMillis(random.nextLong(most + 1));
  }
}
