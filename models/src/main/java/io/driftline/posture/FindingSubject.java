package io.driftline.posture;

/**
 * What a finding is about, beside the agent and the rule: one finding is kept open for each. All
 * may be {@code null}.
 *
 * @param system the system that was used, or may be
 * @param permission the permission
 * @param user the requester, invoker or owner
 * @param credential the credential's id
 * @param through the agent on whose behalf the agent acted, for a chain
 */
public record FindingSubject(
    String system, String permission, String user, String credential, String through) {

  /** The agent itself. */
  public static final FindingSubject AGENT = new FindingSubject(null, null, null, null, null);

  /** A right on a system. */
  public static FindingSubject ofRight(String system, String permission) {
    return new FindingSubject(system, permission, null, null, null);
  }

  /** A person, or whoever else asked. */
  public static FindingSubject ofUser(String user) {
    return new FindingSubject(null, null, user, null, null);
  }

  /** A right that was used for somebody. */
  public static FindingSubject ofUse(String user, String system, String permission) {
    return new FindingSubject(system, permission, user, null, null);
  }

  /** A credential. */
  public static FindingSubject ofCredential(String credential) {
    return new FindingSubject(null, null, null, credential, null);
  }

  /** A right that was used for another agent. */
  public static FindingSubject ofChain(String through, String system, String permission) {
    return new FindingSubject(system, permission, null, null, through);
  }
}
