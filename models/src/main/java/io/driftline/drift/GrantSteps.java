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
  private long passed;

  GrantSteps(GrantLimits limits) {
    this.limits = limits;
  }

  /** Lets time pass, up to a day: it takes off what is usual. */
  void pass(long day) {
    sum = Math.max(0, sum - Math.max(0, day - passed) * limits.stepsPerDay());
    passed = Math.max(passed, day);
  }

  /**
   * Takes a step on the day up to which time has passed; soon after another it belongs to that one.
   */
  void up(long day) {
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

  /** Takes a step back. */
  void down() {
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

  /** Day of the first step since the sum was last 0; {@link Long#MAX_VALUE} if it is 0 now. */
  long since() {
    return sum == 0 ? Long.MAX_VALUE : since;
  }

  /** How easily chance alone takes as many steps until the end of a day. */
  double significance(long day) {
    return PoissonTail.atLeast(steps, (day + 1 - since) * limits.stepsPerDay());
  }

  void write(StateWriter out) {
    out.writeDouble(sum).writeLong(since).writeInt(steps).writeLong(latest).writeLong(passed);
  }

  static GrantSteps read(StateReader in, GrantLimits limits) {
    GrantSteps read = new GrantSteps(limits);
    read.sum = in.readDouble();
    read.since = in.readLong();
    read.steps = in.readInt();
    read.latest = in.readLong();
    read.passed = in.readLong();
    if (!(read.sum >= 0)) {
      throw new IllegalStateException("stored grant state has a cumulative sum of " + read.sum);
    }
    return read;
  }
}
