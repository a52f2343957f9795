package io.driftline.forest;

import static io.driftline.feature.Feature.CO_OCCURRENCE_RISK;
import static io.driftline.feature.Feature.CREDENTIAL_RARITY;
import static io.driftline.feature.Feature.NETWORK_RARITY;
import static io.driftline.feature.Feature.PERMISSION_RISK;
import static io.driftline.feature.Feature.RESOURCE_RISK;

import io.driftline.feature.Feature;
import io.driftline.feature.SessionSum;
import java.util.stream.Stream;

/**
 * Sums of the bits of a few features, added as the surprises of independent events are (C. Shannon,
 * <i>A mathematical theory of communication</i>, 1948, section 6).
 *
 * <p>A forest gives a value beyond all training rows the score of the highest of them, so it cannot
 * rank one that never varied. A sum of bits can, and needs no training. Vectors are in the order of
 * {@link Feature}; a sum over NaN is NaN, which {@link ScoreCalibration} refuses.
 */
public final class Surprise {

  private static final int[] FIRST_SEEN =
      Stream.of(
              PERMISSION_RISK, RESOURCE_RISK, CO_OCCURRENCE_RISK, CREDENTIAL_RARITY, NETWORK_RARITY)
          .mapToInt(Feature::ordinal)
          .toArray();

  private Surprise() {}

  /**
   * The bits that a detector adds up.
   *
   * @param detector one that {@linkplain Detector#isSum() is a sum}
   * @param vector bits by {@link Feature} ordinal
   * @return bits, at least 0
   */
  public static double bits(Detector detector, double[] vector) {
    return sum(vector, detector.terms());
  }

  /**
   * What is telling when it is seen for the first time, for use without a model.
   *
   * @param vector bits by {@link Feature} ordinal
   * @return bits, at least 0
   */
  public static double firstSeenBits(double[] vector) {
    return sum(vector, FIRST_SEEN);
  }

  /**
   * A detector's bits as a raw score for {@link ScoreCalibration}, from 0 to 1; 0 for a sum over
   * the session that is {@linkplain SessionSum#isNews no news}.
   */
  public static double raw(Detector detector, double[] vector) {
    SessionSum sum = detector.sessionSum();
    return sum == null || sum.isNews(vector)
        ? Math.min(1, bits(detector, vector) / detector.mostBits())
        : 0;
  }

  /**
   * The bits that each feature adds to a detector's sum.
   *
   * @return bits by {@link Feature} ordinal, 0 for features that are not added
   */
  public static double[] contributions(Detector detector, double[] vector) {
    return terms(vector, detector.terms());
  }

  /** The bits that each feature adds to {@link #firstSeenBits}, by {@link Feature} ordinal. */
  public static double[] firstSeenContributions(double[] vector) {
    return terms(vector, FIRST_SEEN);
  }

  private static double[] terms(double[] vector, int[] positions) {
    double[] terms = new double[vector.length];
    for (int position : positions) {
      terms[position] = vector[position];
    }
    return terms;
  }

  private static double sum(double[] vector, int[] positions) {
    double sum = 0;
    for (int position : positions) {
      sum += vector[position];
    }
    return sum;
  }
}
