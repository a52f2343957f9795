package io.driftline.forest;

import static io.driftline.feature.Feature.CO_OCCURRENCE_RISK;
import static io.driftline.feature.Feature.CREDENTIAL_RARITY;
import static io.driftline.feature.Feature.NETWORK_RARITY;
import static io.driftline.feature.Feature.PERMISSION_RISK;
import static io.driftline.feature.Feature.RESOURCE_RISK;

import io.driftline.feature.Feature;
import java.util.stream.Stream;

/**
 * The joint surprise of an action: bits of a few features, added as the surprises of independent
 * events are (C. Shannon, <i>A mathematical theory of communication</i>, 1948, section 6).
 *
 * <p>A forest gives a value beyond all training rows the score of the highest of them, so it cannot
 * rank one that never varied. A sum of bits can, and needs no training. Vectors are in the order of
 * {@link Feature}; a sum over NaN is NaN, which {@link ScoreCalibration} refuses.
 */
public final class Surprise {

  /** Two values that are new after a million actions all alike come to 40 bits. */
  private static final double MOST_BITS = 64;

  private static final int[] JOINT = positions(RESOURCE_RISK, CO_OCCURRENCE_RISK);

  private static final int[] FIRST_SEEN =
      positions(
          PERMISSION_RISK, RESOURCE_RISK, CO_OCCURRENCE_RISK, CREDENTIAL_RARITY, NETWORK_RARITY);

  private Surprise() {}

  private static int[] positions(Feature... features) {
    return Stream.of(features).mapToInt(Feature::ordinal).toArray();
  }

  /**
   * How surprising the action is where it does harm: on this resource, and within this session.
   *
   * @param vector bits by {@link Feature} ordinal
   * @return bits, at least 0
   */
  public static double bits(double[] vector) {
    return sum(vector, JOINT);
  }

  /**
   * The same with what else is telling when seen for the first time, for use without a model.
   *
   * @param vector bits by {@link Feature} ordinal
   * @return bits, at least 0
   */
  public static double firstSeenBits(double[] vector) {
    return sum(vector, FIRST_SEEN);
  }

  /**
   * Bits as a raw score for {@link ScoreCalibration}.
   *
   * @param bits at least 0
   * @return from 0 to 1; 1 from {@value #MOST_BITS} bits up
   */
  public static double raw(double bits) {
    return Math.min(1, bits / MOST_BITS);
  }

  /**
   * The bits that each feature adds.
   *
   * @param vector bits by {@link Feature} ordinal
   * @param firstSeen whether for {@link #firstSeenBits} instead of {@link #bits}
   * @return bits by {@link Feature} ordinal, 0 for features that are not added
   */
  public static double[] contributions(double[] vector, boolean firstSeen) {
    double[] terms = new double[vector.length];
    for (int position : firstSeen ? FIRST_SEEN : JOINT) {
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
