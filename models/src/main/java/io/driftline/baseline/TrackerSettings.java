package io.driftline.baseline;

import java.io.Serializable;

/**
 * How sessions are told apart and repeats recognised.
 *
 * @param gapMillis a pause longer than this ends a session that has no id; default 30 minutes
 * @param maxSessions most sessions followed at a time per agent
 * @param maxEventIds most event ids remembered per agent to recognise repeats; a power of two from
 *     8 up
 */
public record TrackerSettings(long gapMillis, int maxSessions, int maxEventIds)
    implements Serializable {

  public TrackerSettings {
    if (gapMillis <= 0 || maxSessions <= 0) {
      throw new IllegalArgumentException(
          "gapMillis and maxSessions must be positive, were %d and %d"
              .formatted(gapMillis, maxSessions));
    }
    RecentIds.requireCap(maxEventIds);
  }

  /** Half an hour, 16 sessions, 4,096 ids. */
  public static TrackerSettings defaults() {
    return new TrackerSettings(30 * 60_000L, 16, 4096);
  }
}
