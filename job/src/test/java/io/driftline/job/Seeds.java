package io.driftline.job;

import java.util.stream.LongStream;

/**
 * How many simulated enterprises a slow test plays: one, or with {@code -Ddriftline.all-seeds} as
 * many as the figures in the docs are of.
 */
public final class Seeds {

  private static final boolean ALL = System.getProperty("driftline.all-seeds") != null;

  private Seeds() {}

  /** From 1 to {@code all}, or 1 alone. */
  public static LongStream upTo(int all) {
    return LongStream.rangeClosed(1, ALL ? all : 1);
  }
}
