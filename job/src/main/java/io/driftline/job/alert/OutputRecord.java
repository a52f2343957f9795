package io.driftline.job.alert;

import java.util.Objects;

/**
 * One record to write.
 *
 * @param topic where to
 * @param key the agent id, so that an agent's records stay in order; {@code null} for none
 * @param kind what it is
 * @param value the record
 */
public record OutputRecord(String topic, String key, OutputKind kind, byte[] value) {

  public OutputRecord {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(value, "value");
  }
}
