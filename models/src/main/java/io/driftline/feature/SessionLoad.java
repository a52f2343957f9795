package io.driftline.feature;

/**
 * What the surprises of a session add up to. A hijacked session does many things that are each a
 * little odd; none need stand out for the sum to.
 *
 * <p>The load fades by a tenth with each action and gains what the action is surprised by, risks
 * twice: a leaky sum, the simplest relative of Page's cumulative sum (E. S. Page, "Continuous
 * inspection schemes", Biometrika 1954).
 */
public final class SessionLoad {

  private static final double KEPT = 0.9;

  private static final int LOAD = Feature.SESSION_LOAD.ordinal();

  private static final double[] WEIGHTS = weights();

  private SessionLoad() {}

  /**
   * The load after an action, in bits.
   *
   * @param before the load before it, in bits
   * @param vector bits by {@link Feature} ordinal; the load in it is not read
   */
  public static double after(double before, double[] vector) {
    return KEPT * before + gain(vector);
  }

  /** The load before an action whose vector tells the load after it, in bits. */
  public static double before(double[] vector) {
    return Math.max(0, vector[LOAD] - gain(vector)) / KEPT;
  }

  /**
   * What each feature of the action adds to the load, by {@link Feature} ordinal; at {@link
   * Feature#SESSION_LOAD} what was left of the load before.
   */
  public static double[] contributions(double[] vector) {
    double[] terms = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      terms[i] = WEIGHTS[i] * vector[i];
    }
    terms[LOAD] = KEPT * before(vector);
    return terms;
  }

  private static double gain(double[] vector) {
    double gain = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      gain += WEIGHTS[i] * vector[i];
    }
    return gain;
  }

  private static double[] weights() {
    double[] weights = new double[Feature.values().length];
    set(weights, 2, Feature.PERMISSION_RISK, Feature.RESOURCE_RISK, Feature.CO_OCCURRENCE_RISK);
    set(weights, 1, Feature.SYSTEM_RARITY, Feature.REQUESTER_RARITY, Feature.CREDENTIAL_RARITY);
    set(weights, 1, Feature.NETWORK_RARITY, Feature.HOUR_RARITY);
    set(weights, 1, Feature.RATE, Feature.BYTES, Feature.SILENCE);
    return weights;
  }

  private static void set(double[] weights, double weight, Feature... features) {
    for (Feature feature : features) {
      weights[feature.ordinal()] = weight;
    }
  }
}
