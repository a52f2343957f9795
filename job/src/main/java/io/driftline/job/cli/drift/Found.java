package io.driftline.job.cli.drift;

import java.time.Instant;
import java.util.Objects;

/**
 * A drift that was found.
 *
 * @param at when it was raised
 * @param kind how it was found, for example {@code growth}
 * @param dimension what of the behaviour changed, for example {@code system}
 * @param began when the change is said to have begun
 * @param strength how strong it is, in units of whoever found it
 */
public record Found(Instant at, String kind, String dimension, Instant began, double strength) {

  public Found {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(dimension, "dimension");
    Objects.requireNonNull(began, "began");
  }

  /** Kind and dimension, for example {@code growth of system}. */
  String label() {
    return kind + " of " + dimension;
  }
}
