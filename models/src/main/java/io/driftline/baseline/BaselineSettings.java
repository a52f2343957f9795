package io.driftline.baseline;

import java.io.Serializable;

/**
 * How a baseline remembers.
 *
 * @param halfLifeMillis after this long an observation counts half; default 14 days
 * @param lookBackMillis a value unseen for longer is new again; default 180 days
 * @param maxValues most values kept per context; the lightest goes first
 * @param maxContexts most contexts kept per conditional dimension; the longest unused goes first
 * @param maxSessions most sessions followed at a time per agent
 */
public record BaselineSettings(
    long halfLifeMillis, long lookBackMillis, int maxValues, int maxContexts, int maxSessions)
    implements Serializable {

  private static final long DAY = 86_400_000L;

  public BaselineSettings {
    requirePositive("halfLifeMillis", halfLifeMillis);
    requirePositive("lookBackMillis", lookBackMillis);
    requirePositive("maxValues", maxValues);
    requirePositive("maxContexts", maxContexts);
    requirePositive("maxSessions", maxSessions);
  }

  /** The defaults that the documentation and the published figures use. */
  public static BaselineSettings defaults() {
    return new BaselineSettings(14 * DAY, 180 * DAY, 128, 64, 16);
  }

  private static void requirePositive(String name, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be positive, was " + value);
    }
  }
}
