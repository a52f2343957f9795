package io.driftline.job.cli.drift;

import io.driftline.simulate.DriftSettings;
import java.util.List;

/**
 * What to study.
 *
 * @param enterprises how many, at least 1
 * @param first the first of them; each further one differs in its seed, which is higher by one
 * @param sensitivities at which to watch, at least one, each finite and above 0; kept in ascending
 *     order, each once
 * @param shuffled whether the actions of each day are handed over in a random order; what is found
 *     must not depend on it
 */
record StudySettings(
    int enterprises, DriftSettings first, List<Double> sensitivities, boolean shuffled) {

  /** Days at the beginning in which nothing that is raised counts as a false alarm. */
  static final int WARM_UP_DAYS = 30;

  StudySettings {
    if (enterprises < 1) {
      throw new IllegalArgumentException("--seeds must be at least 1, was " + enterprises);
    }
    for (double sensitivity : sensitivities) {
      if (!(sensitivity > 0 && Double.isFinite(sensitivity))) {
        throw new IllegalArgumentException(
            "--sensitivities must be finite and above 0, were " + sensitivities);
      }
    }
    if (sensitivities.isEmpty()) {
      throw new IllegalArgumentException("--sensitivities must name at least one");
    }
    sensitivities = sensitivities.stream().sorted().distinct().toList();
  }

  /** The settings of one enterprise, from 0. */
  DriftSettings enterprise(int number) {
    return first.withSeed(first.enterprise().seed() + number);
  }
}
