package io.driftline.job.state;

import java.io.Serializable;
import java.util.Objects;

/**
 * What every keyed stage needs to know.
 *
 * @param ordering when elements are handled
 * @param expiryMillis state of a key unused for this long, in event time, is dropped
 * @param trialMillis state of a key that was in use on its first day only is dropped so long after
 *     its first use, where a stage holds trials; not below a day
 * @param cachedKeys most keys kept in memory per subtask
 */
public record StageSettings(Ordering ordering, long expiryMillis, long trialMillis, int cachedKeys)
    implements Serializable {

  private static final long SHORTEST_TRIAL = 86_400_000;

  public StageSettings {
    if (trialMillis < SHORTEST_TRIAL) {
      throw new IllegalArgumentException("trialMillis must be at least a day, was " + trialMillis);
    }
    Objects.requireNonNull(ordering, "ordering");
    if (expiryMillis <= 0 || cachedKeys <= 0) {
      throw new IllegalArgumentException(
          "expiryMillis and cachedKeys must be positive, were %d and %d"
              .formatted(expiryMillis, cachedKeys));
    }
  }

  /** Settings under which no key is on trial. */
  public StageSettings(Ordering ordering, long expiryMillis, int cachedKeys) {
    this(ordering, expiryMillis, Math.max(expiryMillis, SHORTEST_TRIAL), cachedKeys);
  }

  /** The same, with elements handled in event-time order. */
  public StageSettings inEventTime() {
    return new StageSettings(Ordering.EVENT_TIME, expiryMillis, trialMillis, cachedKeys);
  }
}
