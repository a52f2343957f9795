package io.driftline.explain;

import io.driftline.baseline.Dimension;
import io.driftline.feature.Feature;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sides of an action that features look at. A rarity and a risk of one dimension are two looks
 * at the same side: neither can be usual while the other is not.
 */
final class Sides {

  private Sides() {}

  /** The feature itself, then the others that look at the same side. */
  static List<Feature> together(Feature feature) {
    Stream<Feature> others =
        Stream.of(Feature.values())
            .filter(other -> other != feature && other.dimension() == feature.dimension())
            .filter(other -> other.dimension() != null);
    return Stream.concat(Stream.of(feature), others).toList();
  }

  /** The side in words; continues "its …". */
  static String noun(Feature feature) {
    return switch (feature) {
      case SESSION_RISK -> "session so far";
      case RATE -> "pace";
      case BYTES -> "volume";
      default -> noun(feature.dimension());
    };
  }

  private static String noun(Dimension dimension) {
    return switch (dimension) {
      case SCOPE -> "place";
      case NEXT_STEP -> "order of steps";
      case CO_OCCURRENCE -> "fit with the session";
      case OUTCOME -> "answer";
      default -> dimension.code();
    };
  }
}
