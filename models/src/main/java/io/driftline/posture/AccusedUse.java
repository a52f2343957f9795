package io.driftline.posture;

import java.util.Comparator;
import java.util.Objects;

/**
 * A use of a right for which the authority does not seem to have been enough.
 *
 * @param use what was used
 * @param time of the action, or of the latest one, epoch milliseconds
 * @param eventId of that action
 * @param count how many actions it stands for, at least 1
 */
record AccusedUse(RightUse use, long time, String eventId, long count)
    implements Comparable<AccusedUse> {

  private static final Comparator<AccusedUse> ORDER =
      Comparator.comparingLong(AccusedUse::time).thenComparing(AccusedUse::eventId);

  AccusedUse {
    Objects.requireNonNull(use, "use");
    Objects.requireNonNull(eventId, "eventId");
  }

  /** By time; there is one for an action at most. */
  @Override
  public int compareTo(AccusedUse other) {
    return ORDER.compare(this, other);
  }
}
