package io.driftline.job.state;

import java.util.Objects;

/**
 * A version of something that is broadcast per cohort.
 *
 * @param cohort whom it is about
 * @param holdsFrom event time in milliseconds from which it holds
 * @param bytes its stored form
 */
public record CohortVersion(String cohort, long holdsFrom, byte[] bytes) {

  public CohortVersion {
    Objects.requireNonNull(cohort, "cohort");
    Objects.requireNonNull(bytes, "bytes");
  }

  String key() {
    return key(cohort, holdsFrom);
  }

  static String key(String cohort, long holdsFrom) {
    return holdsFrom + "|" + cohort;
  }

  static CohortVersion ofKey(String key, byte[] bytes) {
    int bar = key.indexOf('|');
    return new CohortVersion(key.substring(bar + 1), Long.parseLong(key.substring(0, bar)), bytes);
  }
}
