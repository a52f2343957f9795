package io.driftline.baseline;

import java.util.Arrays;
import java.util.Objects;

/**
 * How risky a session has been so far.
 *
 * @param bits fading maximum of weighted rarity, in bits, at least 0
 * @param sums fading sums of surprises, in bits, each at least 0
 * @param eventId the event that set the maximum; {@code null} while nothing did
 */
public record SessionRisk(double bits, double[] sums, String eventId) {

  /** A session in which nothing happened yet. */
  public static final SessionRisk NONE = new SessionRisk(0, new double[0], null);

  public SessionRisk {
    if (!(bits >= 0 && Arrays.stream(sums).allMatch(sum -> sum >= 0))) {
      throw new IllegalArgumentException(
          "bits and sums must be at least 0, were %s and %s"
              .formatted(bits, Arrays.toString(sums)));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SessionRisk that
        && bits == that.bits
        && Arrays.equals(sums, that.sums)
        && Objects.equals(eventId, that.eventId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(bits, Arrays.hashCode(sums), eventId);
  }
}
