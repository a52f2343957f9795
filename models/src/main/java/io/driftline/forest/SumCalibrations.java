package io.driftline.forest;

import java.util.List;

/**
 * The calibrations of the detectors that judge by a sum of bits.
 *
 * @param inOrder one for each of {@link Detector#SUMS}, in its order
 */
public record SumCalibrations(List<ScoreCalibration> inOrder) {

  public SumCalibrations {
    inOrder = List.copyOf(inOrder);
    if (inOrder.size() != Detector.SUMS.size()) {
      throw new IllegalArgumentException(
          "there must be %d calibrations, got %d".formatted(Detector.SUMS.size(), inOrder.size()));
    }
  }

  /**
   * The calibration of one of them.
   *
   * @throws IllegalArgumentException if the detector is a forest
   */
  ScoreCalibration of(Detector detector) {
    int place = Detector.SUMS.indexOf(detector);
    if (place < 0) {
      throw new IllegalArgumentException(detector + " is a forest, not a sum");
    }
    return inOrder.get(place);
  }

  /** The score of a vector, uncapped; 0 below {@link Detector#leastBits}. */
  double score(Detector detector, double[] vector) {
    return Surprise.bits(detector, vector) < detector.leastBits()
        ? 0
        : of(detector).uncapped(Surprise.raw(detector, vector));
  }
}
