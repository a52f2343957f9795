package io.driftline.activity;

import java.util.Objects;

/**
 * What an agent authenticated with. The id names the credential and is never the secret itself.
 *
 * @param id the credential's id, never empty
 * @param type for example {@code api_key} or {@code oauth_token}; {@code null} when absent
 */
public record Credential(String id, String type) {

  public Credential {
    Objects.requireNonNull(id, "credential.id");
  }
}
