package io.driftline.job.cli.demo;

import java.time.Duration;
import java.util.Objects;

/**
 * How the demo runs.
 *
 * @param duration from start to end, at least {@link #SHORTEST}
 * @param seed of the simulation
 * @param webPort of Flink's web page; 0 for any free port
 * @param colour whether the output may hold ANSI colours
 */
public record DemoSettings(Duration duration, long seed, int webPort, boolean colour) {

  /** Starting, learning and stopping take half of it. */
  static final Duration SHORTEST = Duration.ofSeconds(30);

  private static final int HIGHEST_PORT = 65_535;

  public DemoSettings {
    Objects.requireNonNull(duration, "duration");
    if (duration.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "duration must be at least %d s, was %d s"
              .formatted(SHORTEST.toSeconds(), duration.toSeconds()));
    }
    if (webPort < 0 || webPort > HIGHEST_PORT) {
      throw new IllegalArgumentException(
          "port must be in [0, %d], was %d".formatted(HIGHEST_PORT, webPort));
    }
  }
}
