package io.driftline.feature;

import static io.driftline.feature.Family.BEHAVIOUR;
import static io.driftline.feature.Family.CIRCUMSTANCE;

import io.driftline.baseline.Dimension;
import io.driftline.baseline.Hash64;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Everything the detectors see of an action, in vector order.
 *
 * <p>All are in bits of surprise, finite and at least 0. A rarity is −log2 of the tail mass of a
 * value (10 bits: one in a thousand is as rare); a risk is a rarity times the sensitivity of the
 * permission used; a level is −log2 of the tail of an exponential distribution as far above the
 * mean.
 */
public enum Feature {
  RESOURCE_RARITY(BEHAVIOUR, Dimension.RESOURCE, false, "touches a resource it rarely touches"),
  SCOPE_RARITY(BEHAVIOUR, Dimension.SCOPE, false, "reaches into a place it rarely reaches"),
  STEP_RARITY(BEHAVIOUR, Dimension.NEXT_STEP, false, "takes an unusual next step"),
  CO_OCCURRENCE_RARITY(
      BEHAVIOUR, Dimension.CO_OCCURRENCE, false, "does what does not go with this session"),
  PERMISSION_RISK(null, Dimension.PERMISSION, true, "uses a sensitive permission it rarely uses"),
  ACTION_RISK(BEHAVIOUR, Dimension.ACTION, true, "takes a sensitive action it rarely takes"),
  RESOURCE_RISK(
      BEHAVIOUR, Dimension.RESOURCE, true, "takes a sensitive action on a resource new to it"),
  SCOPE_RISK(BEHAVIOUR, Dimension.SCOPE, true, "takes a sensitive action in an unusual place"),
  CO_OCCURRENCE_RISK(
      BEHAVIOUR, Dimension.CO_OCCURRENCE, true, "takes a sensitive action foreign to this session"),
  RESOURCE_CO_OCCURRENCE_RISK(
      BEHAVIOUR,
      Dimension.RESOURCE_CO_OCCURRENCE,
      true,
      "takes a sensitive action on a resource foreign to this session"),
  SESSION_RISK(BEHAVIOUR, null, true, "goes on in a session that has already been risky"),
  SYSTEM_RARITY(CIRCUMSTANCE, Dimension.SYSTEM, false, "uses a system it rarely uses"),
  REQUESTER_RARITY(CIRCUMSTANCE, Dimension.REQUESTER, false, "acts for someone it rarely acts for"),
  CREDENTIAL_RARITY(CIRCUMSTANCE, Dimension.CREDENTIAL, false, "uses a credential it rarely uses"),
  NETWORK_RARITY(
      CIRCUMSTANCE, Dimension.NETWORK, false, "comes from a network it rarely comes from"),
  OUTCOME_RARITY(CIRCUMSTANCE, Dimension.OUTCOME, false, "gets an answer it rarely gets"),
  HOUR_RARITY(CIRCUMSTANCE, Dimension.HOUR, false, "is active at an hour it rarely is"),
  RATE(CIRCUMSTANCE, null, false, "acts faster than usual"),
  BYTES(CIRCUMSTANCE, null, false, "moves more data than usual"),
  SILENCE(CIRCUMSTANCE, null, false, "wakes from an unusually long silence"),
  SYSTEM_ENTRY(null, Dimension.SYSTEM, false, "turns to a system it rarely uses"),
  SESSION_LOAD(null, null, false, "goes on in a session whose surprises add up"),
  SESSION_VOLUME(null, null, false, "goes on in a session that has moved more data than usual"),
  SESSION_REACH(null, null, false, "goes on in a session that reaches for unusual systems"),
  SESSION_TOTAL(null, null, false, "goes on in a long session that stays odd");

  private final Family family;
  private final Dimension dimension;
  private final boolean weighted;
  private final String sentence;

  Feature(Family family, Dimension dimension, boolean weighted, String sentence) {
    this.family = family;
    this.dimension = dimension;
    this.weighted = weighted;
    this.sentence = sentence;
  }

  /** The name used in outputs, for example {@code resource_rarity}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The forest that judges it; {@code null} for a feature that only a sum looks at. */
  public Family family() {
    return family;
  }

  /** The dimension whose rarity this is; {@code null} for features of another make. */
  public Dimension dimension() {
    return dimension;
  }

  /** Whether the sensitivity of the permission is multiplied in. */
  public boolean weighted() {
    return weighted;
  }

  /** What the agent does when the feature is high; continues "the agent …". */
  public String sentence() {
    return sentence;
  }

  /** Fingerprint of the names and their order: a model scores only vectors of its own schema. */
  public static long schema() {
    return Hash64.of(Arrays.stream(values()).map(Feature::code).collect(Collectors.joining(",")));
  }
}
