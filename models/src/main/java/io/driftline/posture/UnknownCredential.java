package io.driftline.posture;

import io.driftline.registry.AgentRecord;

/**
 * {@link PostureRule#UNKNOWN_CREDENTIAL}: the agent's record says which credentials it has, and
 * this is none of them.
 */
final class UnknownCredential {

  private UnknownCredential() {}

  /**
   * Whether the rule is violated.
   *
   * @param recordOrNull what the registry said of the agent when it used the credential
   */
  static boolean isViolated(AgentRecord recordOrNull, String credential) {
    return recordOrNull != null
        && recordOrNull.credentials() != null
        && recordOrNull.credential(credential) == null;
  }
}
