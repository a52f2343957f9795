package io.driftline.drift;

import java.time.Instant;

/**
 * How one value's part in a mix has changed, or that a right was granted: that is a share of 0
 * before, and of 1 after.
 *
 * @param value as the events state it; {@code null} for none stated
 * @param before its share of the hours of use in the reference window, in [0, 1]
 * @param after its share in the recent window, in [0, 1]
 * @param firstEvent id of the first event with the value; {@code null} if it is not new
 * @param granted when the registry first listed the right; {@code null} if it is about use
 */
public record ShareChange(
    String value, double before, double after, String firstEvent, Instant granted) {

  public ShareChange {
    requireShare(before);
    requireShare(after);
  }

  /** How the use of a value has changed. */
  public ShareChange(String value, double before, double after, String firstEvent) {
    this(value, before, after, firstEvent, null);
  }

  /** A right that was granted, in words, and when the registry first listed it. */
  static ShareChange granted(String right, Instant time) {
    return new ShareChange(right, 0, 1, null, time);
  }

  /** Whether its share went up. */
  public boolean grew() {
    return after > before;
  }

  private static void requireShare(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share lies in [0, 1], got " + share);
    }
  }
}
