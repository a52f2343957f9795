package io.driftline.posture;

import java.io.Serializable;
import java.time.Duration;

/**
 * What is wrong with credentials, and for how long.
 *
 * @param sharedMillis two agents share a credential if both used it within so long
 * @param dormantMillis a credential is dormant once nobody has used it for so long
 * @param quietMillis a finding is over once it was not seen for so long
 */
public record CredentialSettings(long sharedMillis, long dormantMillis, long quietMillis)
    implements Serializable {

  public CredentialSettings {
    if (sharedMillis <= 0 || dormantMillis <= 0 || quietMillis <= 0) {
      throw new IllegalArgumentException(
          "sharedMillis, dormantMillis and quietMillis must be positive, were %d, %d and %d"
              .formatted(sharedMillis, dormantMillis, quietMillis));
    }
  }

  /** Shared within 30 days, dormant after 60, quiet after 30. */
  public static CredentialSettings defaults() {
    return ofDays(30, 60, 30);
  }

  /** The same in days. */
  public static CredentialSettings ofDays(int shared, int dormant, int quiet) {
    return new CredentialSettings(
        Duration.ofDays(shared).toMillis(),
        Duration.ofDays(dormant).toMillis(),
        Duration.ofDays(quiet).toMillis());
  }
}
