package io.driftline.posture;

import io.driftline.registry.RegisteredCredential;
import java.util.Objects;

/**
 * What an agent's record says of one credential from a time on.
 *
 * @param credential the credential's id
 * @param agentId whose record
 * @param time from when on, epoch milliseconds
 * @param listed how the record lists it; {@code null} if it does not
 */
public record CredentialChange(
    String credential, String agentId, long time, RegisteredCredential listed) {

  public CredentialChange {
    Objects.requireNonNull(credential, "credential");
    Objects.requireNonNull(agentId, "agentId");
  }
}
