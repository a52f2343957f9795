package io.driftline.posture;

import io.driftline.registry.RecordHistory;
import io.driftline.registry.RegisteredCredential;
import java.time.Instant;
import java.util.Map;

/**
 * {@link PostureRule#ROTATED_CREDENTIAL_USED}: the credential was used when another one had taken
 * its place. The agent's own record decides if it lists the credential, or else anybody's.
 */
final class RotatedCredential {

  private RotatedCredential() {}

  /**
   * Whether the rule is violated.
   *
   * @param byAgent what each agent's record said of the credential
   * @param agentId who used it
   * @param time when, epoch milliseconds
   */
  static boolean isViolated(
      Map<String, RecordHistory<RegisteredCredential>> byAgent, String agentId, long time) {
    RecordHistory<RegisteredCredential> own = byAgent.get(agentId);
    RegisteredCredential listed = own == null ? null : own.at(time);
    return listed != null
        ? isRotated(listed, time)
        : byAgent.values().stream().anyMatch(each -> isRotated(each.at(time), time));
  }

  private static boolean isRotated(RegisteredCredential listed, long time) {
    return listed != null
        && listed.rotated() != null
        && !Instant.ofEpochMilli(time).isBefore(listed.rotated());
  }
}
