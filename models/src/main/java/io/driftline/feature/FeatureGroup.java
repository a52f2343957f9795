package io.driftline.feature;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Features that look at the same side of an action. Leaving one group out at a time shows what each
 * adds; {@link Family} says instead which forest judges a feature.
 */
public enum FeatureGroup {
  /** Which permission is used, to take which action. */
  RIGHT,
  /** Which system, resource and place it reaches. */
  TARGET,
  /** Whether the step follows from those before it. */
  SEQUENCE,
  /** What earlier actions of the session left behind. */
  SESSION,
  /** For whom, with which credential, from which network. */
  IDENTITY,
  /** When, how fast, after which pause. */
  RHYTHM,
  /** How much data moves. */
  VOLUME,
  /** What answer came. */
  OUTCOME;

  /** The name used in outputs, for example {@code target}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The features of this group, in vector order; not modifiable. */
  public Set<Feature> features() {
    return Arrays.stream(Feature.values())
        .filter(feature -> of(feature) == this)
        .collect(
            Collectors.collectingAndThen(
                Collectors.toCollection(() -> EnumSet.noneOf(Feature.class)),
                Collections::unmodifiableSet));
  }

  /** The one group that a feature belongs to. */
  public static FeatureGroup of(Feature feature) {
    return feature.dimension() == null ? withoutDimension(feature) : ofDimension(feature);
  }

  private static FeatureGroup ofDimension(Feature feature) {
    return switch (feature.dimension()) {
      case PERMISSION, ACTION -> RIGHT;
      case SYSTEM, RESOURCE, SCOPE -> TARGET;
      case STEP, NEXT_STEP, CO_OCCURRENCE, RESOURCE_CO_OCCURRENCE -> SEQUENCE;
      case REQUESTER, CREDENTIAL, NETWORK, PEER -> IDENTITY;
      case HOUR, DAY -> RHYTHM;
      case OUTCOME -> OUTCOME;
    };
  }

  private static FeatureGroup withoutDimension(Feature feature) {
    return switch (feature) {
      case SESSION_RISK, SESSION_LOAD, SESSION_VOLUME, SESSION_REACH, SESSION_TOTAL -> SESSION;
      case RATE, SILENCE -> RHYTHM;
      case BYTES -> VOLUME;
      default -> throw new IllegalStateException("no group is named for " + feature);
    };
  }
}
