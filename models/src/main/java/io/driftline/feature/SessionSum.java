package io.driftline.feature;

import java.util.Arrays;

/**
 * What the surprises of a session add up to. A hijacked session does many things that are each a
 * little odd; none need stand out for the sum to.
 *
 * <p>Each sum fades by a fixed share with each action and gains what the action is surprised by: a
 * leaky sum, the simplest relative of Page's cumulative sum (E. S. Page, "Continuous inspection
 * schemes", Biometrika 1954). One sum over everything drowns what only one side of the action
 * shows, so that some sides have sums of their own: those whose surprises are news with every
 * action. An odd hour or network stays the same all session, and is no odder for being told again;
 * only how much is done meanwhile is, which {@link #TOTAL} adds up.
 */
public enum SessionSum {
  /** All surprises, risks twice. */
  LOAD(Feature.SESSION_LOAD, 0.9) {
    @Override
    void weigh(double[] weights) {
      set(weights, 2, Feature.PERMISSION_RISK, Feature.RESOURCE_RISK, Feature.CO_OCCURRENCE_RISK);
      set(weights, 1, Feature.SYSTEM_RARITY, Feature.REQUESTER_RARITY, Feature.CREDENTIAL_RARITY);
      set(weights, 1, Feature.NETWORK_RARITY, Feature.HOUR_RARITY);
      set(weights, 1, Feature.RATE, Feature.BYTES, Feature.SILENCE);
    }
  },
  /** Data moved: one large transfer in many calls. */
  VOLUME(Feature.SESSION_VOLUME, 0.9) {
    @Override
    void weigh(double[] weights) {
      set(weights, 1, Feature.BYTES);
    }
  },
  /** One foreign system after another, each once. */
  REACH(Feature.SESSION_REACH, 0.95) {
    @Override
    void weigh(double[] weights) {
      set(weights, 1, Feature.SYSTEM_ENTRY);
    }
  },
  /**
   * How much is done under odd circumstances: all surprises but those of requester and credential,
   * fading so slowly that the length of a session counts. It always grows in a long session, so it
   * is told once each time it has doubled.
   */
  TOTAL(Feature.SESSION_TOTAL, 0.985) {
    @Override
    void weigh(double[] weights) {
      set(weights, 2, Feature.PERMISSION_RISK, Feature.RESOURCE_RISK, Feature.CO_OCCURRENCE_RISK);
      set(weights, 1, Feature.SYSTEM_RARITY, Feature.NETWORK_RARITY, Feature.HOUR_RARITY);
      set(weights, 1, Feature.RATE, Feature.BYTES, Feature.SILENCE);
    }

    @Override
    public boolean isNews(double[] vector) {
      return doublings(vector[Feature.SESSION_TOTAL.ordinal()])
          > doublings(before(vector) * (1 + ROUNDING));
    }

    /** How often one bit has doubled; −1 below that. */
    private static int doublings(double bits) {
      return bits < 1 ? -1 : Math.getExponent(bits);
    }
  };

  /** How far a sum before may seem smaller than it was, in single precision. */
  private static final double ROUNDING = 1e-6;

  private static final SessionSum[] SUMS = values();

  private final int column;
  private final double kept;
  private final double[] weights = new double[Feature.values().length];

  SessionSum(Feature feature, double kept) {
    this.column = feature.ordinal();
    this.kept = kept;
    weigh(weights);
  }

  abstract void weigh(double[] weights);

  /** The feature that tells the sum. */
  public Feature feature() {
    return Feature.values()[column];
  }

  /** The sum that a feature tells; {@code null} if it tells none. */
  public static SessionSum of(Feature feature) {
    return Arrays.stream(SUMS).filter(sum -> sum.feature() == feature).findFirst().orElse(null);
  }

  /**
   * The sum after an action, in bits.
   *
   * @param before the sum before it, in bits
   * @param vector bits by {@link Feature} ordinal; the sums in it are not read
   */
  public double after(double before, double[] vector) {
    return kept * before + gain(vector);
  }

  /** The sum before an action whose vector tells the sum after it, in bits. */
  public double before(double[] vector) {
    return Math.max(0, vector[column] - gain(vector)) / kept;
  }

  /**
   * Whether the sum tells anything with this action that it did not tell before: a sum that falls
   * speaks of what is over.
   */
  public boolean isNews(double[] vector) {
    return vector[column] > before(vector);
  }

  /**
   * What each feature of the action adds to the sum, by {@link Feature} ordinal; at the sum's own
   * feature what was left of it from before.
   */
  public double[] contributions(double[] vector) {
    double[] terms = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      terms[i] = weights[i] * vector[i];
    }
    terms[column] = kept * before(vector);
    return terms;
  }

  /** All sums before an action, by ordinal. */
  public static double[] allBefore(double[] vector) {
    return Arrays.stream(SUMS).mapToDouble(sum -> sum.before(vector)).toArray();
  }

  /** All sums that a vector tells, by ordinal. */
  static double[] allIn(double[] vector) {
    return Arrays.stream(SUMS).mapToDouble(sum -> vector[sum.column]).toArray();
  }

  /**
   * Sets all sums in {@code vector} to what they are after the action.
   *
   * @param before the sums before it, by ordinal; those that are missing were 0
   */
  public static void setAll(double[] before, double[] vector) {
    for (SessionSum sum : SUMS) {
      double earlier = sum.ordinal() < before.length ? before[sum.ordinal()] : 0;
      vector[sum.column] = sum.after(earlier, vector);
    }
  }

  private double gain(double[] vector) {
    double gain = 0;
    for (int i = 0; i < weights.length; i++) {
      gain += weights[i] * vector[i];
    }
    return gain;
  }

  private static void set(double[] weights, double weight, Feature... features) {
    for (Feature feature : features) {
      weights[feature.ordinal()] = weight;
    }
  }
}
