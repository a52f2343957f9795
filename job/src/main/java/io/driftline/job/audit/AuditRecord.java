package io.driftline.job.audit;

import java.util.Objects;

/**
 * A record of the trail, or a seal, ready to be written.
 *
 * @param key the agent's id
 * @param json one JSON object in ASCII; its bytes are what is hashed
 */
public record AuditRecord(String key, byte[] json) {

  public AuditRecord {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(json, "json");
  }
}
