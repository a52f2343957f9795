package io.driftline.drift;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;

/**
 * A one-sided cumulative sum that never falls below 0 (E. S. Page, <i>Continuous inspection
 * schemes</i>, Biometrika 1954). The day after it was last 0 is the maximum-likelihood estimate of
 * when the change began (D. V. Hinkley, <i>Inference about the change-point from cumulative sum
 * tests</i>, Biometrika 1971).
 */
final class CumulativeSum {

  static final long NEVER = Long.MIN_VALUE;

  private double sum;
  private long since = NEVER;
  private String event;

  /**
   * Adds the gain of a day, which may be negative.
   *
   * @param firstEvent what happened first on that day; {@code null} for nothing
   */
  void add(double gain, long day, String firstEvent) {
    boolean starts = sum == 0;
    sum = Math.max(0, sum + gain);
    if (sum == 0) {
      reset();
    } else if (starts) {
      since = day;
      event = firstEvent;
    }
  }

  double sum() {
    return sum;
  }

  /** First day of the change that it tells of. */
  long since() {
    return since;
  }

  /** Id of the event that the change began with; {@code null} if nothing happened that day. */
  String event() {
    return event;
  }

  void reset() {
    sum = 0;
    since = NEVER;
    event = null;
  }

  void write(StateWriter out) {
    out.writeDouble(sum).writeLong(since).writeString(event);
  }

  static CumulativeSum read(StateReader in) {
    CumulativeSum read = new CumulativeSum();
    read.sum = in.readDouble();
    read.since = in.readLong();
    read.event = in.readString();
    if (!(read.sum >= 0 && read.sum < Double.POSITIVE_INFINITY)) {
      throw new IllegalStateException("stored drift state has a cumulative sum of " + read.sum);
    }
    return read;
  }
}
