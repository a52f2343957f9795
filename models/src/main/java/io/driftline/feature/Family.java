package io.driftline.feature;

import java.util.Arrays;
import java.util.Locale;

/**
 * Features that are judged together, by a forest of their own.
 *
 * <p>An isolation forest picks features blindly, so features that say nothing about an attack
 * dilute those that do. What an agent does and the circumstances in which it does it are anomalous
 * independently of each other; two small forests find either where one large forest finds less.
 */
public enum Family {
  /** What is done, to what, in which order. */
  BEHAVIOUR,
  /** For whom, with which credential, from where, when, how fast, how much, after which pause. */
  CIRCUMSTANCE;

  /** The name used in outputs, for example {@code behaviour}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The vector positions of this family's features, ascending. */
  public int[] columns() {
    return Arrays.stream(Feature.values())
        .filter(feature -> feature.family() == this)
        .mapToInt(Feature::ordinal)
        .toArray();
  }
}
