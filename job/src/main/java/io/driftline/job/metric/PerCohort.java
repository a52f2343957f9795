package io.driftline.job.metric;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What is reported for each cohort, for the first {@value #MOST} of a subtask only: whoever stores
 * metrics pays for each value of a label. Not thread-safe; what it holds is read by others.
 *
 * @param <R> a reading
 */
public final class PerCohort<R> {

  /** Most cohorts that a subtask reports. */
  public static final int MOST = 64;

  private final Map<String, R> readings = new HashMap<>();
  private final Function<String, R> register;

  /**
   * @param register makes the reading of a cohort and registers its gauges
   */
  public PerCohort(Function<String, R> register) {
    this.register = register;
  }

  /** The reading of a cohort, registered when met for the first time; {@code null} beyond. */
  public R of(String cohort) {
    R reading = readings.get(cohort);
    if (reading == null && readings.size() < MOST) {
      reading = register.apply(cohort);
      readings.put(cohort, reading);
    }
    return reading;
  }
}
