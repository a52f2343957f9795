package io.driftline.feature;

import io.driftline.baseline.Baseline;
import io.driftline.baseline.CohortBaseline;
import io.driftline.baseline.DecayedMoments;
import io.driftline.baseline.Dimension;
import io.driftline.baseline.Observation;
import io.driftline.baseline.SessionRisk;

/** Turns an action into its feature vector, against what is known before the action is learnt. */
public final class FeatureExtractor {

  /** Share of the session's risk that survives each further action. */
  private static final double SESSION_FADE = 0.8;

  /** Fewer observations than this say nothing about a mean. */
  private static final double FEWEST = 10;

  /** Spread below which a deviation is not worth a word: a factor e^0.25 ≈ 1.28. */
  private static final double LEAST_SPREAD = 0.25;

  private static final Feature[] FEATURES = Feature.values();

  /** Dimensions by ordinal, filled by one action at a time. */
  private final double[] rarity = new double[Dimension.values().length];

  /**
   * The vector of {@code seen}.
   *
   * @return bits by {@link Feature} ordinal, finite and at least 0
   */
  public double[] extract(Observation seen, Baseline agent, CohortBaseline peers) {
    double scale = agent.scale(seen.action().timeMillis());
    seen.values(
        (dimension, context, value, label) ->
            rarity[dimension.ordinal()] =
                Rarity.bits(agent, scale, peers, dimension, context, value));
    rarity[Dimension.CO_OCCURRENCE.ordinal()] = coOccurrence(seen, agent, scale, peers);
    return vector(seen, agent, scale);
  }

  /** How risky the session is after this action: what the next one will find. */
  public static SessionRisk riskAfter(SessionRisk before, Observation seen, double[] features) {
    double faded = SESSION_FADE * before.bits();
    double risk = features[Feature.RESOURCE_RISK.ordinal()];
    return risk > faded
        ? new SessionRisk(risk, seen.action().eventId())
        : new SessionRisk(faded, before.eventId());
  }

  private double[] vector(Observation seen, Baseline agent, double scale) {
    double[] vector = new double[FEATURES.length];
    double weight = Sensitivity.of(seen.action());
    for (Feature feature : FEATURES) {
      if (feature.dimension() != null) {
        double bits = rarity[feature.dimension().ordinal()];
        vector[feature.ordinal()] = feature.weighted() ? weight * bits : bits;
      }
    }
    vector[Feature.SESSION_RISK.ordinal()] = agent.sessionRisk(seen.session().sessionId()).bits();
    vector[Feature.RATE.ordinal()] = rate(seen, agent, scale);
    vector[Feature.BYTES.ordinal()] = bytes(seen, agent, scale);
    return vector;
  }

  /**
   * The least rarity of this step given each recent one: it belongs if it goes with any of them.
   */
  private static double coOccurrence(
      Observation seen, Baseline agent, double scale, CohortBaseline peers) {
    double[] most = {0};
    seen.coOccurrences(
        (dimension, context, value, label) ->
            most[0] =
                Math.max(most[0], Rarity.share(agent, scale, peers, dimension, context, value)));
    return most[0] == 0 ? 0 : Rarity.bits(most[0]);
  }

  private static double rate(Observation seen, Baseline agent, double scale) {
    double level = Math.log(agent.rateLevelAt(seen.action().timeMillis()));
    return surprise(level, agent.rate(), scale);
  }

  private static double bytes(Observation seen, Baseline agent, double scale) {
    Long moved = seen.action().bytes();
    DecayedMoments usual = agent.bytesOf(seen.actionKey());
    return moved == null || usual == null ? 0 : surprise(Math.log1p(moved), usual, scale);
  }

  private static double surprise(double x, DecayedMoments usual, double scale) {
    return usual.count(scale) < FEWEST
        ? 0
        : Rarity.bitsAbove((x - usual.mean()) / Math.max(LEAST_SPREAD, usual.deviation()));
  }
}
