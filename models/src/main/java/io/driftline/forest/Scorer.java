package io.driftline.forest;

import io.driftline.feature.Feature;
import java.util.stream.Stream;

/**
 * Judges a vector by all detectors at once.
 *
 * <p>Each detector i says how rare the vector is to it: a tail probability p_i. The combination is
 * the weighted Bonferroni p = min_i p_i/w_i. With Σ w_i = 1 an ordinary vector has P(p ≤ α) ≤ Σ
 * w_i·α = α, however the detectors depend on each other, so p is a tail probability again (C.
 * Genovese, K. Roeder, L. Wasserman, <i>False discovery control with p-value weighting</i>,
 * Biometrika 2006). On the scale of scores: score = max_i (s_i + 25·log10 w_i).
 *
 * <p>The weights are measured, not derived (see docs/architecture.md): an odd hour or network alone
 * is often rare and seldom harmful, so the circumstances get the smallest share of the false
 * alerts.
 */
public final class Scorer {

  private static final Detector[] DETECTORS = Detector.values();

  private static final double[] HANDICAP =
      Stream.of(DETECTORS).mapToDouble(detector -> decades(detector.weight())).toArray();

  private static final double POINTS_PER_BIT = decades(2);

  private static final long SCHEMA = Feature.schema();

  private Scorer() {}

  private static double decades(double factor) {
    return ScoreCalibration.POINTS_PER_DECADE * StrictMath.log10(factor);
  }

  /**
   * The verdict on a vector.
   *
   * <p>Without a model only {@link Detector#SURPRISE} judges: {@link Surprise#firstSeenBits} are
   * taken for −log2 p as they stand. A model of another feature schema, left over from another
   * release, counts as none.
   *
   * @param vector finite bits, at least 0, by {@link Feature} ordinal
   * @param model the cohort's; {@code null} while there is none
   * @throws IllegalArgumentException if a value that is read is NaN, infinite or below 0
   */
  public static Verdict score(double[] vector, ModelArtifact model) {
    return model == null || model.provenance().featureSchema() != SCHEMA
        ? firstSeen(vector)
        : combined(vector, model);
  }

  private static Verdict firstSeen(double[] vector) {
    double[] scores = new double[DETECTORS.length];
    double score = POINTS_PER_BIT * Surprise.firstSeenBits(vector);
    scores[Detector.SURPRISE.ordinal()] = score;
    return new Verdict(score, Detector.SURPRISE, scores, null);
  }

  private static Verdict combined(double[] vector, ModelArtifact model) {
    double[] scores = new double[DETECTORS.length];
    int lead = 0;
    for (int i = 0; i < scores.length; i++) {
      double score = uncapped(DETECTORS[i], vector, model) + HANDICAP[i];
      scores[i] = score >= DETECTORS[i].speaksFrom() ? Math.max(0, score) : 0;
      lead = scores[i] > scores[lead] ? i : lead;
    }
    return new Verdict(scores[lead], DETECTORS[lead], scores, model.modelId());
  }

  private static double uncapped(Detector detector, double[] vector, ModelArtifact model) {
    return switch (detector) {
      case BEHAVIOUR -> model.behaviour().score(vector);
      case CIRCUMSTANCE -> model.circumstance().score(vector);
      default -> model.sums().score(detector, vector);
    };
  }
}
