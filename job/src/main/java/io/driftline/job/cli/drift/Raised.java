package io.driftline.job.cli.drift;

import java.util.Objects;

/**
 * A drift, and when the study learnt of it.
 *
 * @param epochDay the day at whose end it was found
 */
record Raised(long epochDay, Found found) {

  Raised {
    Objects.requireNonNull(found, "found");
  }
}
