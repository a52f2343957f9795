package io.driftline.posture;

import io.driftline.baseline.Hash64;
import java.util.Objects;

/**
 * The right that an agent used on somebody's behalf.
 *
 * @param agentId the agent that acted
 * @param system what it acted upon
 * @param permission the permission it used; {@code null} when not known
 */
record RightUse(String agentId, String system, String permission) {

  RightUse {
    Objects.requireNonNull(agentId, "agentId");
    Objects.requireNonNull(system, "system");
  }

  /** Tells uses apart without making one. */
  static long fingerprint(String agentId, String system, String permission) {
    long where = Hash64.pair(Hash64.of(system), Hash64.of(permission));
    return Hash64.pair(Hash64.of(agentId), where);
  }

  long fingerprint() {
    return fingerprint(agentId, system, permission);
  }
}
