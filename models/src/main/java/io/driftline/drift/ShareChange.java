package io.driftline.drift;

/**
 * How one value's part in a mix has changed.
 *
 * @param value as the events state it; {@code null} for none stated
 * @param before its share of the hours of use in the reference window, in [0, 1]
 * @param after its share in the recent window, in [0, 1]
 * @param firstEvent id of the first event with the value; {@code null} if it is not new
 */
public record ShareChange(String value, double before, double after, String firstEvent) {

  public ShareChange {
    requireShare(before);
    requireShare(after);
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
