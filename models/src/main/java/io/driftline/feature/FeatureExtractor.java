package io.driftline.feature;

import io.driftline.baseline.Baseline;
import io.driftline.baseline.CohortBaseline;
import io.driftline.baseline.Dimension;
import io.driftline.baseline.Observation;
import io.driftline.baseline.SessionRisk;
import java.util.Arrays;

/** Turns an action into its feature vector, against what is known before the action is learnt. */
public final class FeatureExtractor {

  /** Share of the session's risk that survives each further action. */
  private static final double SESSION_FADE = 0.8;

  private static final double NOT_SEEN = 0;

  private static final Feature[] FEATURES = Feature.values();

  private final Sensitivity sensitivity;

  /** Tail masses by dimension ordinal, filled by one action at a time. */
  private final double[] share = new double[Dimension.values().length];

  private final Lookups lookups = new Lookups();

  /** An extractor that weighs permissions by the shipped table. */
  public FeatureExtractor() {
    this(SensitivityTable.shipped());
  }

  /** An extractor that weighs permissions by {@code sensitivity}. */
  public FeatureExtractor(SensitivityTable sensitivity) {
    this.sensitivity = new Sensitivity(sensitivity);
  }

  /**
   * The vector of {@code seen}.
   *
   * @return bits by {@link Feature} ordinal, finite and at least 0
   */
  public double[] extract(Observation seen, Baseline agent, CohortBaseline peers) {
    double scale = agent.scale(seen.action().timeMillis());
    double weight = sensitivity.of(seen.action());
    lookups.lookUp(seen, weight > 0, agent, peers);
    judge(weight == 0 ? plain(scale, peers) : wary(seen, agent, scale, peers));
    return vector(seen, agent, scale, weight);
  }

  private void judge(Rarity rarity) {
    Arrays.fill(share, NOT_SEEN);
    for (int i = 0; i < lookups.size(); i++) {
      Dimension dimension = lookups.dimension(i);
      double given =
          rarity.shareGiven(
              dimension, lookups.own(i), lookups.place(i), lookups.value(i), parent(dimension));
      // An action belongs to its session if it goes with any of the recent steps.
      share[dimension.ordinal()] = Math.max(share[dimension.ordinal()], given);
    }
  }

  /**
   * Whether an action can do harm, so that it is learnt as {@link Baseline#learnSensitive} says.
   */
  public boolean isSensitive(Observation seen) {
    return sensitivity.of(seen.action()) > 0;
  }

  private static Rarity plain(double scale, CohortBaseline peers) {
    return new Rarity(scale, peers, true, true);
  }

  private static Rarity wary(Observation seen, Baseline agent, double scale, CohortBaseline peers) {
    long thing = seen.thingKey();
    return new Rarity(scale, peers, agent.vouchesFor(thing), peers.vouchesFor(thing));
  }

  /** How risky the session is after this action: what the next one will find. */
  public static SessionRisk riskAfter(SessionRisk before, Observation seen, double[] features) {
    double faded = SESSION_FADE * before.bits();
    double risk = features[Feature.RESOURCE_RISK.ordinal()];
    double[] sums = SessionSum.allIn(features);
    return risk > faded
        ? new SessionRisk(risk, sums, seen.action().eventId())
        : new SessionRisk(faded, sums, before.eventId());
  }

  private double[] vector(Observation seen, Baseline agent, double scale, double weight) {
    double[] vector = rarities(weight);
    if (!seen.session().entersSystem()) {
      vector[Feature.SYSTEM_ENTRY.ordinal()] = 0;
    }
    SessionRisk session = agent.sessionRisk(seen.session().sessionId());
    vector[Feature.SESSION_RISK.ordinal()] = session.bits();
    vector[Feature.RATE.ordinal()] = Levels.rate(seen, agent, scale);
    vector[Feature.BYTES.ordinal()] = Levels.bytes(seen, agent, scale);
    vector[Feature.SILENCE.ordinal()] = Levels.silence(seen, agent);
    SessionSum.setAll(session.sums(), vector);
    return vector;
  }

  private double[] rarities(double weight) {
    double[] vector = new double[FEATURES.length];
    for (Feature feature : FEATURES) {
      if (feature.dimension() != null) {
        double seen = share[feature.dimension().ordinal()];
        double bits = seen == NOT_SEEN ? 0 : Rarity.bits(seen);
        vector[feature.ordinal()] = feature.weighted() ? weight * bits : bits;
      }
    }
    return vector;
  }

  /** Tail mass of what a value in a context implies; visited before it. */
  private double parent(Dimension dimension) {
    return switch (dimension) {
      case RESOURCE, SCOPE -> share[Dimension.ACTION.ordinal()];
      case NEXT_STEP, CO_OCCURRENCE, RESOURCE_CO_OCCURRENCE -> share[Dimension.STEP.ordinal()];
      default -> 1;
    };
  }
}
