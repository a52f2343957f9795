package io.driftline.forest;

import java.util.Objects;

/**
 * The calibrations of the detectors that judge by a sum of bits.
 *
 * @param surprise for {@link Detector#SURPRISE}
 * @param level for {@link Detector#LEVEL}
 * @param session for {@link Detector#SESSION}
 */
public record SumCalibrations(
    ScoreCalibration surprise, ScoreCalibration level, ScoreCalibration session) {

  public SumCalibrations {
    Objects.requireNonNull(surprise, "surprise");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(session, "session");
  }

  /**
   * The calibration of one of them.
   *
   * @throws IllegalArgumentException if the detector is a forest
   */
  ScoreCalibration of(Detector detector) {
    return switch (detector) {
      case SURPRISE -> surprise;
      case LEVEL -> level;
      case SESSION -> session;
      case BEHAVIOUR, CIRCUMSTANCE ->
          throw new IllegalArgumentException(detector + " is a forest, not a sum");
    };
  }

  /** The score of a vector, uncapped. */
  double score(Detector detector, double[] vector) {
    return of(detector).uncapped(Surprise.raw(detector, vector));
  }
}
