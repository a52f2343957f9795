package io.driftline.job.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands still until it is told otherwise. */
final class ManualClock implements InstantSource {

  private Instant now = Instant.EPOCH;

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}
