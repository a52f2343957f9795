package io.driftline.explain;

import io.driftline.baseline.Baseline;
import io.driftline.baseline.CohortBaseline;
import io.driftline.baseline.DecayedCounts;
import io.driftline.baseline.DecayedMoments;
import io.driftline.baseline.Dimension;
import io.driftline.baseline.Observation;
import io.driftline.explain.ValueComparison.UsualValue;
import io.driftline.feature.Feature;
import io.driftline.feature.Levels;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Sets the surprising values of an action beside the usual ones, before the action is learnt. */
public final class Comparer {

  /** Below this a value is too usual to be worth comparing: one in four is as rare. */
  private static final double SURPRISING_BITS = 2;

  private static final int USUAL_VALUES = 3;

  private static final Feature[] FEATURES = Feature.values();

  private Comparer() {}

  /** What the baselines say about the surprising sides of {@code seen}. */
  public static Surroundings compare(
      Observation seen, double[] features, Baseline agent, CohortBaseline peers) {
    return new Surroundings(
        values(seen, surprising(features), agent, peers),
        levels(seen, features, agent),
        agent.maturity(),
        agent.actions(),
        peers.peers(),
        agent.sessionRisk(seen.session().sessionId()).eventId());
  }

  private static Set<Dimension> surprising(double[] features) {
    Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
    for (Feature feature : FEATURES) {
      if (feature.dimension() != null && features[feature.ordinal()] >= SURPRISING_BITS) {
        dimensions.add(feature.dimension());
      }
    }
    return dimensions;
  }

  private static List<ValueComparison> values(
      Observation seen, Set<Dimension> dimensions, Baseline agent, CohortBaseline peers) {
    if (dimensions.isEmpty()) {
      return List.of();
    }
    double scale = agent.scale(seen.action().timeMillis());
    List<ValueComparison> found = new ArrayList<>();
    seen.values(
        (dimension, context, value, label) -> {
          if (dimensions.contains(dimension)) {
            DecayedCounts own = agent.counts(dimension).in(context);
            found.add(
                compare(dimension, value, label, own, scale)
                    .among(peers.peersUsing(dimension, value), peers.peers())
                    .onProbation(dimension.ofResource() && !agent.vouchesFor(seen.thingKey())));
          }
        });
    return found;
  }

  private static ValueComparison compare(
      Dimension dimension, long value, String label, DecayedCounts own, double scale) {
    if (own == null) {
      return new ValueComparison(dimension, label, 0, 0, 0, List.of(), 0, 0, false);
    }
    int slot = own.slotOf(value);
    double count = slot < 0 ? 0 : own.count(slot, scale);
    double total = own.total(scale);
    return new ValueComparison(
        dimension,
        label,
        count,
        total,
        own.distinct(),
        usual(dimension, own, scale, total),
        0,
        0,
        false);
  }

  private static List<UsualValue> usual(
      Dimension dimension, DecayedCounts own, double scale, double total) {
    List<UsualValue> usual = new ArrayList<>();
    if (dimension.labelled()) {
      int slot = own.heaviestAfter(-1);
      while (slot >= 0 && usual.size() < USUAL_VALUES) {
        usual.add(new UsualValue(own.label(slot), own.count(slot, scale) / total));
        slot = own.heaviestAfter(slot);
      }
    }
    return usual;
  }

  private static List<LevelComparison> levels(Observation seen, double[] features, Baseline agent) {
    List<LevelComparison> levels = new ArrayList<>();
    if (features[Feature.RATE.ordinal()] >= SURPRISING_BITS) {
      double level = agent.rateLevelAt(seen.action().timeMillis());
      levels.add(level(Feature.RATE, level, Math.exp(agent.rate().mean()), agent.rate()));
    }
    if (features[Feature.BYTES.ordinal()] >= SURPRISING_BITS) {
      double scale = agent.scale(seen.action().timeMillis());
      DecayedMoments usual = agent.usualBytes(seen.actionKey(), scale);
      levels.add(level(Feature.BYTES, seen.action().bytes(), Math.expm1(usual.mean()), usual));
    }
    if (features[Feature.SILENCE.ordinal()] >= SURPRISING_BITS) {
      double pause = Levels.pauseMinutes(seen, agent);
      levels.add(level(Feature.SILENCE, pause, Math.exp(agent.pauses().mean()), agent.pauses()));
    }
    return levels;
  }

  private static LevelComparison level(
      Feature feature, double observed, double usual, DecayedMoments moments) {
    return new LevelComparison(feature, observed, usual, Math.exp(moments.deviation()));
  }
}
