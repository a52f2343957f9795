package io.driftline.explain;

import io.driftline.feature.Feature;
import io.driftline.forest.Detector;
import io.driftline.forest.ModelArtifact;
import io.driftline.forest.Surprise;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Ranks the features by how much they carried the leading detector's score. */
final class Contributions {

  private Contributions() {}

  /**
   * Everything that raised the score, biggest first; features that lowered it are left out. The
   * shares sum to 1 unless nothing raised it.
   */
  static List<Contribution> rank(double[] features, Detector lead, ModelArtifact model) {
    double[] carried = carried(features, lead, model);
    double sum = Arrays.stream(carried).filter(each -> each > 0).sum();
    return Stream.of(Feature.values())
        .filter(feature -> carried[feature.ordinal()] / sum > 0)
        .sorted(Comparator.comparingDouble(feature -> -carried[feature.ordinal()]))
        .map(
            feature ->
                new Contribution(
                    feature,
                    features[feature.ordinal()],
                    usual(feature, model),
                    Math.min(1, carried[feature.ordinal()] / sum)))
        .toList();
  }

  /** The usual value of a feature, in bits. */
  static double usual(Feature feature, ModelArtifact model) {
    return model == null ? 0 : model.usual()[feature.ordinal()];
  }

  private static double[] carried(double[] features, Detector lead, ModelArtifact model) {
    return switch (lead) {
      case BEHAVIOUR -> model.behaviour().contributions(features);
      case CIRCUMSTANCE -> model.circumstance().contributions(features);
      case SURPRISE, LEVEL ->
          model == null
              ? Surprise.firstSeenContributions(features)
              : Surprise.contributions(lead, features);
      case SESSION, VOLUME, REACH, TOTAL -> lead.sessionSum().contributions(features);
    };
  }
}
