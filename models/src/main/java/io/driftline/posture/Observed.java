package io.driftline.posture;

import java.util.List;

/**
 * That something was seen to be wrong.
 *
 * @param first when first, epoch milliseconds
 * @param last when last, epoch milliseconds, not before {@code first}
 * @param count how many actions showed it, at least 0; 0 if it needs no action to be so
 * @param evidence ids of some of these actions, the earliest first
 */
public record Observed(long first, long last, long count, List<String> evidence) {

  public Observed {
    if (last < first || count < 0) {
      throw new IllegalArgumentException(
          "observed from %d to %d, %d times".formatted(first, last, count));
    }
    evidence = List.copyOf(evidence);
  }

  /** By one action. */
  public static Observed once(long time, String eventId) {
    return new Observed(time, time, 1, List.of(eventId));
  }

  /** By no action: it is so by the registry. */
  public static Observed standing(long since, long now) {
    return new Observed(Math.min(since, now), now, 0, List.of());
  }
}
