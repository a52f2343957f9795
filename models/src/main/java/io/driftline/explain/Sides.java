package io.driftline.explain;

import io.driftline.baseline.Dimension;
import io.driftline.feature.Feature;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sides of an action that features look at. A rarity and a risk of one dimension are two looks
 * at the same side, as are risk and load of a session: neither can be usual while the other is not.
 */
final class Sides {

  private Sides() {}

  /** The feature itself, then the others that look at the same side. */
  static List<Feature> together(Feature feature) {
    Stream<Feature> others =
        Stream.of(Feature.values())
            .filter(other -> other != feature && noun(other).equals(noun(feature)));
    return Stream.concat(Stream.of(feature), others).toList();
  }

  /** The side in words; continues "its …". */
  static String noun(Feature feature) {
    return switch (feature) {
      case SESSION_RISK, SESSION_LOAD, SESSION_VOLUME, SESSION_REACH, SESSION_TOTAL ->
          "session so far";
      case RATE -> "pace";
      case BYTES -> "volume";
      case SILENCE -> "pause";
      default -> noun(feature.dimension());
    };
  }

  /** The sides in words, each once: {@code a, b and c}; continues "its …". */
  static String nouns(List<Feature> features) {
    List<String> nouns = features.stream().map(Sides::noun).distinct().toList();
    int last = nouns.size() - 1;
    return last == 0
        ? nouns.get(0)
        : String.join(", ", nouns.subList(0, last)) + " and " + nouns.get(last);
  }

  private static String noun(Dimension dimension) {
    return switch (dimension) {
      case SCOPE -> "place";
      case STEP -> "step";
      case NEXT_STEP -> "order of steps";
      case CO_OCCURRENCE -> "fit with the session";
      case RESOURCE_CO_OCCURRENCE -> "resource in this session";
      case OUTCOME -> "answer";
      default -> dimension.code();
    };
  }
}
