package io.driftline.job.cli.drift;

import io.driftline.simulate.DriftScript;
import io.driftline.simulate.DriftTruth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** Made-up verdicts. Day 0 is {@link #START}. */
final class Verdicts {
  static final long START = 20_000;

  private Verdicts() {}

  /** A stable agent on which something was raised on the given days. */
  static AgentVerdicts stable(long... days) {
    return new AgentVerdicts(
        new DriftTruth("stable", null, null, null, List.of(), null), raised("system", days));
  }

  /** An agent that drifts from a day on, for so many days. */
  static AgentVerdicts drifting(DriftScript script, int onset, int lasting, List<Raised> raised) {
    Instant from = midnight(onset);
    DriftTruth truth =
        new DriftTruth(
            "drifting", script, from, from.plus(Duration.ofDays(lasting)), List.of(), null);
    return new AgentVerdicts(truth, raised);
  }

  static List<Raised> raised(String dimension, long... days) {
    return LongStream.of(days).mapToObj(day -> raised(dimension, day)).toList();
  }

  private static Raised raised(String dimension, long day) {
    Instant end = midnight(day + 1);
    return new Raised(START + day, new Found(end, "growth", dimension, end, 1));
  }

  private static Instant midnight(long day) {
    return Instant.EPOCH.plus(Duration.ofDays(START + day));
  }
}
