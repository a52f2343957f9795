package io.driftline.drift;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;

/**
 * A cumulative sum of the steps in which access grows (J. M. Lucas, <i>Counted data CUSUM's</i>,
 * Technometrics 1985): each adds one, each by which it shrinks takes one off, and so does time.
 */
final class GrantSteps {

  private static final long NEVER = Long.MIN_VALUE;
  private static final double ROUNDING = 1e-9;

  private final GrantLimits limits;
  private double sum;

  /** Day of the first step since the sum was last 0. */
  private long since = NEVER;

  /** How many steps were taken since then. */
  private int steps;

  /** Day of the latest of them. */
  private long latest = NEVER;

  /** Up to which day time has taken its part off. */
  private long drained;

  GrantSteps(GrantLimits limits) {
    this.limits = limits;
  }

  /** Takes a step on a day; soon after another it belongs to that one. */
  void up(long day) {
    drain(day);
    if (sum == 0) {
      since = day;
      steps = 0;
    } else if (day - latest < limits.apartDays()) {
      return;
    }
    steps++;
    sum++;
    latest = day;
  }

  /** Takes a step back on a day. */
  void down(long day) {
    drain(day);
    sum = Math.max(0, sum - 1);
  }

  /** Starts anew. */
  void reset() {
    sum = 0;
  }

  /** Whether there are more steps than usual. */
  boolean areMany() {
    return sum >= limits.limit() - ROUNDING;
  }

  /** Day of the first step since the sum was last 0; only if it is not 0 now. */
  long since() {
    return since;
  }

  /** How easily chance alone takes as many steps until the end of a day. */
  double significance(long day) {
    return PoissonTail.atLeast(steps, (day + 1 - since) * limits.stepsPerDay());
  }

  private void drain(long day) {
    sum = Math.max(0, sum - Math.max(0, day - drained) * limits.stepsPerDay());
    drained = Math.max(drained, day);
  }

  void write(StateWriter out) {
    out.writeDouble(sum).writeLong(since).writeInt(steps).writeLong(latest).writeLong(drained);
  }

  static GrantSteps read(StateReader in, GrantLimits limits) {
    GrantSteps read = new GrantSteps(limits);
    read.sum = in.readDouble();
    read.since = in.readLong();
    read.steps = in.readInt();
    read.latest = in.readLong();
    read.drained = in.readLong();
    if (!(read.sum >= 0)) {
      throw new IllegalStateException("stored grant state has a cumulative sum of " + read.sum);
    }
    return read;
  }
}
