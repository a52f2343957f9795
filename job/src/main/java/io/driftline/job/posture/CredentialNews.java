package io.driftline.job.posture;

import io.driftline.posture.CredentialChange;
import io.driftline.posture.CredentialUse;
import java.util.Objects;

/**
 * What is to be known of a credential: that it was used, or what a record says of it; exactly one
 * of the two.
 *
 * @param credential the credential's id; the key of the stage
 * @param use {@code null} if a record says something
 * @param change {@code null} if it was used
 */
public record CredentialNews(String credential, CredentialUse use, CredentialChange change) {

  public CredentialNews {
    Objects.requireNonNull(credential, "credential");
    if ((use == null) == (change == null)) {
      throw new IllegalArgumentException("either a use or a change must be there");
    }
  }

  static CredentialNews of(CredentialUse use) {
    return new CredentialNews(use.credential(), use, null);
  }

  static CredentialNews of(CredentialChange change) {
    return new CredentialNews(change.credential(), null, change);
  }

  /** The end of the time that it is about: all must be known of that before it is judged. */
  long end() {
    return use == null ? change.time() + 1 : use.end();
  }
}
