package io.driftline.job.authority;

import java.io.Serializable;

/**
 * How delegation and authority are judged.
 *
 * @param spread over how many keys what is done for one principal is spread, so that a person who
 *     is behind most of all actions does not drown one subtask; at least 1. Each key keeps a copy
 *     of what the registry says of the principal: after a change of this number the registry has to
 *     be read from its beginning
 * @param traceExpiryMillis calls of a trace that has been silent for this long, in event time, are
 *     forgotten
 */
public record AuthoritySettings(int spread, long traceExpiryMillis) implements Serializable {

  public AuthoritySettings {
    if (spread < 1 || traceExpiryMillis < 1) {
      throw new IllegalArgumentException(
          "spread and traceExpiryMillis must be positive, were %d and %d"
              .formatted(spread, traceExpiryMillis));
    }
  }

  /** Sixteen keys, one day. */
  public static AuthoritySettings defaults() {
    return new AuthoritySettings(16, 86_400_000L);
  }
}
