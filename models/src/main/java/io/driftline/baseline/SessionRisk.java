package io.driftline.baseline;

/**
 * How risky a session has been so far.
 *
 * @param bits fading maximum of weighted rarity, in bits, at least 0
 * @param load fading sum of all surprises, in bits, at least 0
 * @param eventId the event that set it; {@code null} while nothing did
 */
public record SessionRisk(double bits, double load, String eventId) {

  /** A session in which nothing happened yet. */
  public static final SessionRisk NONE = new SessionRisk(0, 0, null);

  public SessionRisk {
    if (!(bits >= 0 && load >= 0)) {
      throw new IllegalArgumentException(
          "bits and load must be at least 0, were %s and %s".formatted(bits, load));
    }
  }
}
