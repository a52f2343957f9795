package io.driftline.job.state;

import java.io.Serializable;
import java.util.Objects;

/**
 * What every keyed stage needs to know.
 *
 * @param ordering when elements are handled
 * @param expiryMillis state of a key unused for this long, in event time, is dropped
 * @param cachedKeys most keys kept in memory per subtask
 */
public record StageSettings(Ordering ordering, long expiryMillis, int cachedKeys)
    implements Serializable {

  public StageSettings {
    Objects.requireNonNull(ordering, "ordering");
    if (expiryMillis <= 0 || cachedKeys <= 0) {
      throw new IllegalArgumentException(
          "expiryMillis and cachedKeys must be positive, were %d and %d"
              .formatted(expiryMillis, cachedKeys));
    }
  }

  /** The same, with elements handled in event-time order. */
  public StageSettings inEventTime() {
    return new StageSettings(Ordering.EVENT_TIME, expiryMillis, cachedKeys);
  }
}
