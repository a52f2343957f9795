package io.driftline.incident;

import static io.driftline.incident.AgenticRisk.GOAL_HIJACK;
import static io.driftline.incident.AgenticRisk.IDENTITY_ABUSE;
import static io.driftline.incident.AgenticRisk.ROGUE_AGENT;
import static io.driftline.incident.AgenticRisk.TOOL_MISUSE;
import static io.driftline.incident.Technique.ACCESS_TOKEN;
import static io.driftline.incident.Technique.COLLECTION_BY_TOOLS;
import static io.driftline.incident.Technique.EXFILTRATION_VIA_TOOL;
import static io.driftline.incident.Technique.RESOURCE_CONSUMPTION;
import static io.driftline.incident.Technique.VALID_ACCOUNTS;

import io.driftline.drift.DriftDimension;
import io.driftline.drift.DriftKind;
import io.driftline.feature.Feature;
import io.driftline.forest.Detector;
import io.driftline.posture.PostureRule;

/**
 * What each thing that can be raised would look like to somebody who thinks in attacks. Sparing:
 * what has many harmless causes and no attack of its own has none. Whatever is added to one of the
 * enums must find its place here, or nothing compiles.
 */
final class ThreatTable {

  private ThreatTable() {}

  /** An anomaly that this feature carried most. */
  static Threats of(Feature feature) {
    return switch (feature) {
      case PERMISSION_RISK, ACTION_RISK, RESOURCE_RISK, SCOPE_RISK -> Threats.use(TOOL_MISUSE);
      case CO_OCCURRENCE_RISK,
          RESOURCE_CO_OCCURRENCE_RISK,
          SESSION_RISK,
          SESSION_LOAD,
          SESSION_TOTAL ->
          Threats.use(GOAL_HIJACK);
      case STEP_RARITY, CO_OCCURRENCE_RARITY -> Threats.of(GOAL_HIJACK);
      case RESOURCE_RARITY, SCOPE_RARITY -> Threats.of(COLLECTION_BY_TOOLS);
      case SYSTEM_RARITY, SYSTEM_ENTRY, SESSION_REACH ->
          Threats.of(COLLECTION_BY_TOOLS, GOAL_HIJACK);
      case BYTES, SESSION_VOLUME -> Threats.of(EXFILTRATION_VIA_TOOL, TOOL_MISUSE);
      case RATE -> Threats.of(RESOURCE_CONSUMPTION, TOOL_MISUSE);
      case REQUESTER_RARITY -> Threats.of(IDENTITY_ABUSE);
      case CREDENTIAL_RARITY -> Threats.of(ACCESS_TOKEN, IDENTITY_ABUSE);
      case NETWORK_RARITY -> Threats.of(VALID_ACCOUNTS, IDENTITY_ABUSE);
      case SILENCE -> Threats.of(VALID_ACCOUNTS);
      case HOUR_RARITY, OUTCOME_RARITY -> Threats.NONE;
    };
  }

  /** An anomaly that no feature carried, but this detector led. */
  static Threats of(Detector detector) {
    return switch (detector) {
      case BEHAVIOUR, SESSION, TOTAL -> Threats.use(GOAL_HIJACK);
      case SURPRISE -> Threats.use(TOOL_MISUSE);
      case VOLUME -> Threats.of(EXFILTRATION_VIA_TOOL, TOOL_MISUSE);
      case REACH -> Threats.of(COLLECTION_BY_TOOLS, GOAL_HIJACK);
      case CIRCUMSTANCE, LEVEL -> Threats.NONE;
    };
  }

  /** A slow change: nobody's call, but an agent that has become another one. */
  static Threats of(DriftKind kind, DriftDimension dimension) {
    return switch (dimension) {
      case PERMISSION -> kind == DriftKind.GROWTH ? Threats.of(IDENTITY_ABUSE) : rogue();
      case GRANTED_PERMISSION -> Threats.of(IDENTITY_ABUSE);
      case SYSTEM, ACTION, SCOPE -> rogue();
      case REQUESTER -> Threats.of(IDENTITY_ABUSE);
      case VOLUME -> Threats.of(RESOURCE_CONSUMPTION);
      case HOUR, ERRORS -> Threats.NONE;
    };
  }

  private static Threats rogue() {
    return Threats.of(ROGUE_AGENT);
  }

  /** A rule of governance that is violated. */
  static Threats of(PostureRule rule) {
    return switch (rule) {
      case UNREGISTERED_AGENT -> Threats.of(ROGUE_AGENT);
      case NO_GRANT,
          EXPIRED_GRANT_USED,
          AUTHORITY_BYPASS,
          INVOKER_NOT_ALLOWED,
          BEYOND_OWNER,
          WIDENED_CHAIN ->
          Threats.use(IDENTITY_ABUSE);
      case OUTSIDE_PURPOSE -> Threats.of(TOOL_MISUSE);
      case REQUESTER_NOT_ACTIVE, DORMANT_AGENT_USED, DORMANT_CREDENTIAL_USED ->
          Threats.of(VALID_ACCOUNTS, IDENTITY_ABUSE);
      case UNKNOWN_CREDENTIAL, ROTATED_CREDENTIAL_USED -> Threats.of(ACCESS_TOKEN, IDENTITY_ABUSE);
      case SHARED_CREDENTIAL -> Threats.of(IDENTITY_ABUSE);
      case OWNERLESS_AGENT,
          OWNER_NOT_ACTIVE,
          GRANT_EXPIRED,
          REVIEW_OVERDUE,
          UNUSED_GRANT,
          INCOMPLETE_RECORD ->
          Threats.NONE;
    };
  }
}
