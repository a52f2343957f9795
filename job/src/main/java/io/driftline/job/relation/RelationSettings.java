package io.driftline.job.relation;

import io.driftline.relation.RelationLimits;
import java.io.Serializable;
import java.util.Objects;

/**
 * How relationships are kept and told.
 *
 * @param limits how much is kept of an agent
 * @param intervalMillis how often an edge that changed may be told, in event time, at least 1
 */
public record RelationSettings(RelationLimits limits, long intervalMillis) implements Serializable {

  public RelationSettings {
    Objects.requireNonNull(limits, "limits");
    if (intervalMillis < 1) {
      throw new IllegalArgumentException(
          "intervalMillis must be at least 1, was " + intervalMillis);
    }
  }

  /** Once an hour. */
  public static RelationSettings defaults() {
    return new RelationSettings(RelationLimits.defaults(), 3_600_000L);
  }

  /** End of the interval that {@code time} falls into, epoch milliseconds. */
  long intervalEnd(long time) {
    return (Math.floorDiv(time, intervalMillis) + 1) * intervalMillis;
  }
}
