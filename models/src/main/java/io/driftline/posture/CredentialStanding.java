package io.driftline.posture;

import io.driftline.registry.AgentRecord;
import io.driftline.registry.RegisteredCredential;
import java.time.Instant;
import java.util.Locale;

/** What the registry says of a credential that an agent uses. */
public enum CredentialStanding {
  /** It is one of those that the agent's record lists. */
  REGISTERED,
  /** The record lists it, and another one has taken its place. */
  ROTATED,
  /** The record lists others, and not this one. */
  UNKNOWN,
  /** The record does not say which credentials the agent has. */
  NOT_DECLARED,
  /** There is no record of the agent. */
  UNREGISTERED_AGENT;

  /** The name used in outputs, for example {@code not_declared}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * How a credential stands at an instant.
   *
   * @param recordOrNull the agent's record at that time; {@code null} if there is none
   */
  static CredentialStanding of(AgentRecord recordOrNull, String credential, Instant time) {
    if (recordOrNull == null) {
      return UNREGISTERED_AGENT;
    }
    if (recordOrNull.credentials() == null) {
      return NOT_DECLARED;
    }
    RegisteredCredential listed = recordOrNull.credential(credential);
    if (listed == null) {
      return UNKNOWN;
    }
    boolean rotated = listed.rotated() != null && !time.isBefore(listed.rotated());
    return rotated ? ROTATED : REGISTERED;
  }
}
