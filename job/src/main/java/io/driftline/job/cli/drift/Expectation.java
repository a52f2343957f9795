package io.driftline.job.cli.drift;

import io.driftline.simulate.DriftScript;
import io.driftline.simulate.DriftTruth;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** By when a drift should be found, and in which dimension. */
final class Expectation {
  private static final int LASTING_DAYS = 21;
  private static final int AFTER_MIDPOINT_DAYS = 7;
  static final int SPIKE_DAYS = 14;

  private Expectation() {}

  /**
   * The last day, counted from the onset, on which finding the drift is in time; for a spike, on
   * which raising one is laid to it. The first day is 1.
   */
  static long days(DriftTruth truth) {
    return switch (truth.script()) {
      case PURPOSE_CHANGE -> days(truth.onset(), truth.midpoint()) + AFTER_MIDPOINT_DAYS;
      case SPIKE -> SPIKE_DAYS;
      case NEW_SYSTEMS, NEW_PERMISSIONS, MORE_VOLUME, MORE_ERRORS -> LASTING_DAYS;
    };
  }

  /** The dimensions whose change says what happened; none for a spike. */
  static Set<String> dimensions(DriftScript script) {
    return switch (script) {
      case NEW_SYSTEMS -> Set.of("system");
      case NEW_PERMISSIONS -> Set.of("permission");
      case PURPOSE_CHANGE -> Set.of("system", "permission", "action", "scope");
      case MORE_VOLUME -> Set.of("volume");
      case MORE_ERRORS -> Set.of("errors");
      case SPIKE -> Set.of();
    };
  }

  private static long days(Instant from, Instant to) {
    return Duration.between(from, to).toDays();
  }
}
