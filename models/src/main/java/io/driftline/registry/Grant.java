package io.driftline.registry;

import java.time.Instant;
import java.util.Objects;

/**
 * A right that was given to an agent.
 *
 * @param right what it allows
 * @param granted from when it holds
 * @param expires the first instant at which it holds no longer; {@code null} if it never ends
 * @param reviewed when somebody last confirmed that it is needed; {@code null} if nobody ever did
 */
public record Grant(Right right, Instant granted, Instant expires, Instant reviewed) {

  public Grant {
    Objects.requireNonNull(right, "right");
    Objects.requireNonNull(granted, "granted");
    if (expires != null && expires.isBefore(granted)) {
      throw new IllegalArgumentException(
          "expires %s lies before granted %s".formatted(expires, granted));
    }
  }

  /** Whether it holds at an instant. */
  public boolean holdsAt(Instant time) {
    return !time.isBefore(granted) && !hasExpiredAt(time);
  }

  /** Whether it held before an instant, and no longer does. */
  public boolean hasExpiredAt(Instant time) {
    return expires != null && !time.isBefore(expires);
  }

  /** When it was last looked at by somebody: when it was reviewed, or else when it was granted. */
  public Instant lastLookedAt() {
    return reviewed == null || reviewed.isBefore(granted) ? granted : reviewed;
  }
}
