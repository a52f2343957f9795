package io.driftline.registry;

import java.time.Instant;
import java.util.Objects;

/**
 * A credential that was issued to an agent. The id names it and is never the secret itself.
 *
 * @param id the credential's id, never empty
 * @param type for example {@code api_key}; {@code null} when not said
 * @param rotated from when on another one takes its place and it must not be used; {@code null}
 *     while it is the one to use
 */
public record RegisteredCredential(String id, String type, Instant rotated) {

  public RegisteredCredential {
    Objects.requireNonNull(id, "credential.id");
    if (id.isEmpty()) {
      throw new IllegalArgumentException("credential.id must not be empty");
    }
  }
}
